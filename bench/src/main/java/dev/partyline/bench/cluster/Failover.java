package dev.partyline.bench.cluster;

import dev.partyline.api.client.Upstream;
import dev.partyline.api.http.auth.Scope;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Two servers under load: one is killed, comes back, then both are restarted in turn. Every read is held against what is
 * certain; at the end both must answer exactly alike.
 */
public final class Failover {
    private static final Size SIZE = new Size(60, 20, 500);
    private static final long CALL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int WARM_UP_SECONDS = 10;
    private static final int TRIES_TO_AGREE = 10;

    private final Cluster cluster;
    private final Caller operator;
    private final Truth truth = new Truth(SIZE.users(), SIZE.numbers());

    private Failover(Cluster cluster) {
        this.cluster = cluster;
        this.operator = new Caller(cluster.token("operator", Scope.OPS, Scope.INGEST));
    }

    /** Runs it, with so many standbys of each store, killing so many times. */
    public static void run(int standbys, int kills) throws Exception {
        try (Cluster cluster = Cluster.start(2, standbys)) {
            say("two servers, %d standbys, session timeout %d ms", standbys, Cluster.SESSION.toMillis());
            new Failover(cluster).run(kills);
        }
    }

    private void run(int kills) throws Exception {
        List<URI> both = cluster.servers().stream().map(ServerProcess::uri).toList();
        Readers readers = new Readers(both, operator, truth, SIZE);
        Churn churn = new Churn(both, operator, truth, SIZE);
        try (Upstream upstream = new Upstream(cluster.connection())) {
            Company company = new Company(upstream, SIZE);
            company.past();
            try (Load load = new Load()) {
                load.run("churn-1", churn);
                load.run("reader-1", readers);
                load.run("reader-2", readers);
                load.run("calls", random -> {
                    company.call(random.nextInt(SIZE.numbers()));
                    LockSupport.parkNanos(CALL_EVERY_NANOS);
                });
                TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
                for (int i = 0; i < kills; i++) {
                    kill(cluster.servers().get(i % 2), cluster.servers().get((i + 1) % 2), readers);
                    load.check();
                }
                rollingRestart(readers);
            }
            upstream.flush();
        }
        say("lines changed %d, reads by status %s, leaks %d", churn.settled(), readers.statuses(), readers.leaks());
        compare(both);
    }

    /** Reads go to the one that is left, user by user, until it has answered for each. */
    private void kill(ServerProcess victim, ServerProcess left, Readers readers) throws Exception {
        long killed = System.nanoTime();
        victim.kill();
        double all = 0;
        for (int user = 0; user < SIZE.users(); user++) {
            while (readers.ask(left.uri(), user) != 200) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            all = seconds(killed);
        }
        say("killed with -9: every feed is answered again after %.1f s", all);
        victim.startAgain();
        victim.awaitReady();
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
    }

    private void rollingRestart(Readers readers) throws Exception {
        say("before the rolling restart: reads by status %s", readers.statuses());
        for (ServerProcess server : cluster.servers()) {
            long began = System.nanoTime();
            int exit = server.stop();
            server.startAgain();
            server.awaitReady();
            say("restarted in %.1f s (exit code %d)", seconds(began), exit);
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        }
        say("after the rolling restart: reads by status %s", readers.statuses());
    }

    /** Both servers, every user: the same feed, with the records of exactly the lines that they have. */
    private void compare(List<URI> both) throws InterruptedException {
        int different = 0;
        int wrong = 0;
        for (int user = 0; user < SIZE.users(); user++) {
            List<String> one = whole(both.get(0), user);
            different += likewise(one, both.get(1), user) ? 0 : 1;
            for (int number = 0; number < SIZE.numbers(); number++) {
                String name = Size.number(number);
                boolean shows = one.stream().anyMatch(row -> row.startsWith(name));
                wrong += shows == truth.assigned(user, number) ? 0 : 1;
            }
        }
        say("at the end: feeds that differ between the servers %d, lines that are wrong %d", different, wrong);
    }

    /** Whether the other answers the same; calls that were published last may still be on their way to the feeds. */
    private boolean likewise(List<String> one, URI other, int user) throws InterruptedException {
        List<String> difference = difference(one, whole(other, user));
        for (int i = 0; !difference.isEmpty() && i < TRIES_TO_AGREE; i++) {
            TimeUnit.SECONDS.sleep(1);
            difference = difference(whole(cluster.servers().get(0).uri(), user), whole(other, user));
        }
        if (!difference.isEmpty()) {
            say("%s differs: %s", Size.user(user), difference);
        }
        return difference.isEmpty();
    }

    private static List<String> difference(List<String> one, List<String> other) {
        return Stream.concat(
                        one.stream().filter(row -> !other.contains(row)),
                        other.stream().filter(row -> !one.contains(row)))
                .toList();
    }

    /** All of a user's records, once walks have ended. */
    private List<String> whole(URI server, int user) throws InterruptedException {
        return new WholeFeed(operator, server, user).settled();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
