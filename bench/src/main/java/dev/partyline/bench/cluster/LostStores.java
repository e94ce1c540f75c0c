package dev.partyline.bench.cluster;

import dev.partyline.api.client.EngineLag;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.UserAssigned;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a crash costs at size: exactly-once throws the stores of whoever crashed away, so they come back from Kafka. One of
 * two servers is killed and started again at once; how long until the other answers for everyone, and until both are ready.
 */
public final class LostStores {
    private static final int NUMBERS = 40;
    private static final long LOOK_MILLIS = 20;

    private final Cluster cluster;
    private final Size size;
    private final Caller operator;

    private LostStores(Cluster cluster, Size size) {
        this.cluster = cluster;
        this.size = size;
        this.operator = new Caller(cluster.token("operator", Scope.OPS));
    }

    /** Runs it, with so many records and standbys, killing so many times. */
    public static void run(int records, int standbys, int kills) throws Exception {
        try (Cluster cluster = Cluster.start(2, standbys)) {
            say("two servers, %d records, %d standbys", records, standbys);
            new LostStores(cluster, new Size(NUMBERS, NUMBERS, records / NUMBERS)).run(kills);
        }
    }

    private void run(int kills) throws Exception {
        try (Upstream upstream = new Upstream(cluster.connection());
                EngineLag lag = new EngineLag(cluster.connection())) {
            Company company = new Company(upstream, size);
            for (int number = 0; number < NUMBERS; number++) {
                UserAssigned assigned = new UserAssigned(Size.number(number), Size.user(number), null, null);
                upstream.publish(new DirectoryChange("assign-" + number, Cluster.WORKSPACE, null, null, assigned));
            }
            company.past();
            settle(lag);
            for (int i = 0; i < kills; i++) {
                kill(cluster.servers().get(i % 2), cluster.servers().get((i + 1) % 2));
                settle(lag);
            }
        }
    }

    private void kill(ServerProcess victim, ServerProcess left) throws Exception {
        long killed = System.nanoTime();
        victim.kill();
        victim.startAgain();
        for (int user = 0; user < size.users(); user++) {
            while (operator.get(left.uri().resolve(Size.feed(user) + "?limit=1"))
                            .status()
                    != 200) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
        double answered = seconds(killed);
        victim.awaitReady();
        say(
                "killed with -9: every feed is answered after %.1f s, both are ready after %.1f s",
                answered, seconds(killed));
    }

    /** Until all is taken in, and everyone's feed can be read. */
    private void settle(EngineLag lag) throws InterruptedException {
        while (lag.behind() > 0) {
            TimeUnit.SECONDS.sleep(1);
        }
        for (ServerProcess server : cluster.servers()) {
            server.awaitReady();
        }
        TimeUnit.SECONDS.sleep(Cluster.SESSION.toSeconds());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
