package dev.partyline.bench.cluster;

import dev.partyline.api.client.Upstream;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.bench.Latencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The new enemy: a right is taken away, then a call comes in. Once the change is effective the user must never get that call,
 * on a stream or in the topic, whatever the right was ({@link Way}), under load and while servers are killed. Beside that:
 * how long a change takes to be effective, and how long an assignment takes to the first record in the stream.
 */
public final class Revocations {
    static final int WORKERS = 20;
    /** A worker takes them in turn, so that what comes after a revocation is not hidden by the next grant. */
    static final int NUMBERS_PER_WORKER = 20;

    private static final int BUSY_NUMBERS = 50;
    private static final int ASSIGNEES_OF_BUSY = 5;
    private static final int FIRST_BUSY = WORKERS * NUMBERS_PER_WORKER;
    private static final Size SIZE = new Size(WORKERS + ASSIGNEES_OF_BUSY, FIRST_BUSY + BUSY_NUMBERS, 1);
    private static final long REPORT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Cluster cluster;
    private final List<URI> servers;
    private final AtomicInteger left;
    private final Map<Way, Integer> done = new ConcurrentSkipListMap<>();
    private final Latencies granted = new Latencies();
    private final Latencies revoked = new Latencies();
    private final Latencies firstRecord = new Latencies();
    private final Map<Way, Latencies> late = new ConcurrentSkipListMap<>();
    private final AtomicLong leaksOnStreams = new AtomicLong();
    private final AtomicLong leaksInTopic = new AtomicLong();
    private final AtomicInteger kills = new AtomicInteger();

    private Revocations(Cluster cluster, int revocations) {
        this.cluster = cluster;
        this.servers = cluster.servers().stream().map(ServerProcess::uri).toList();
        this.left = new AtomicInteger(revocations);
    }

    /**
     * Runs it.
     *
     * @param callsPerSecond beside the revocations
     * @param killEverySeconds how often to kill a server with -9; 0: never
     * @return how many calls reached somebody after the revocation that they came after was effective
     */
    public static long run(int revocations, int servers, int callsPerSecond, int killEverySeconds) throws Exception {
        try (Cluster cluster = Cluster.start(servers, 0)) {
            Revocations bench = new Revocations(cluster, revocations);
            boolean right = false;
            try {
                bench.run(callsPerSecond, killEverySeconds);
                right = bench.leaks() == 0;
            } finally {
                if (!right) {
                    cluster.keep();
                }
            }
            bench.report(callsPerSecond);
            return bench.leaks();
        }
    }

    /** Gives out turns: whether there is another. */
    boolean next() {
        return left.decrementAndGet() >= 0;
    }

    /** Gives out no more turns: something went wrong. */
    void giveUp() {
        left.set(0);
    }

    /** A right was granted and taken away, and calls were published after that. */
    void done(Way way, long grantNanos, long revokeNanos) {
        done.merge(way, 1, Integer::sum);
        if (way == Way.ASSIGNMENT) {
            granted.add(grantNanos);
            revoked.add(revokeNanos);
        }
    }

    void firstRecord(long nanos) {
        firstRecord.add(nanos);
    }

    /** A call that must not come did. */
    void leak(boolean onStream, String what) {
        System.out.println(Instant.now() + " LEAK " + (onStream ? "on a stream: " : "in the topic: ") + what);
        (onStream ? leaksOnStreams : leaksInTopic).incrementAndGet();
    }

    /** A call from before came to a stream's client, so long after it had the answer to the revocation. */
    void late(Way way, long nanos) {
        late.computeIfAbsent(way, unused -> new Latencies()).add(nanos);
    }

    private void run(int callsPerSecond, int killEverySeconds) throws Exception {
        List<Follower> followers = new ArrayList<>();
        try (Upstream upstream = new Upstream(cluster.connection());
                Changes changes = new Changes(cluster, servers)) {
            Company company = new Company(upstream, SIZE);
            company.past();
            List<RevokedUser> users = new ArrayList<>();
            for (int user = 0; user < WORKERS; user++) {
                users.add(new RevokedUser(user, this, company, changes));
            }
            try (FeedWitness witness = new FeedWitness(cluster.connection());
                    Load load = new Load()) {
                prepare(changes);
                load.run("witness", random -> witness.look(users));
                load.run("calls", random -> {
                    company.call(FIRST_BUSY + random.nextInt(BUSY_NUMBERS));
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / callsPerSecond);
                });
                load.run("progress", random -> progress());
                for (RevokedUser user : users) {
                    followers.add(follow(user));
                }
                if (killEverySeconds > 0) {
                    load.run("killer", random -> {
                        TimeUnit.SECONDS.sleep(killEverySeconds);
                        kill(random.nextInt(servers.size()));
                    });
                }
                work(users);
                load.close();
                witness.toTheEnd(users);
            }
        } finally {
            for (Follower follower : followers) {
                follower.close();
            }
        }
    }

    private void prepare(Changes changes) throws InterruptedException {
        for (int number = FIRST_BUSY; number < SIZE.numbers(); number++) {
            for (int user = WORKERS; user < SIZE.users(); user++) {
                changes.submitted(0, Way.onNumber("UserAssigned", number, user));
            }
        }
        for (int user = 0; user < WORKERS; user++) {
            changes.effective(0, Way.member(user, true));
        }
    }

    private static void work(List<RevokedUser> users) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(users.size());
        try {
            for (Future<Boolean> each : threads.invokeAll(users)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void kill(int server) throws InterruptedException {
        ServerProcess victim = cluster.servers().get(server);
        victim.kill();
        kills.incrementAndGet();
        try {
            victim.startAgain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        victim.awaitReady();
    }

    private Follower follow(RevokedUser user) throws InterruptedException {
        String token = cluster.token(Size.user(user.index()), Scope.INBOX);
        Follower follower =
                new Follower(servers.toArray(URI[]::new), Size.feed(user.index()), token, user::streamEvent);
        user.followedBy(follower);
        while (!follower.connected()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return follower;
    }

    private void progress() {
        LockSupport.parkNanos(REPORT_EVERY_NANOS);
        System.err.printf(
                Locale.ROOT,
                "%d to go; ms so far, median: assign %.0f, unassign %.0f, first record %.0f; leaks %d%n",
                Math.max(0, left.get()),
                granted.p50(),
                revoked.p50(),
                firstRecord.p50(),
                leaks());
    }

    private long leaks() {
        return leaksOnStreams.get() + leaksInTopic.get();
    }

    private void report(int callsPerSecond) {
        System.out.printf(
                Locale.ROOT,
                "revocations %s on %d servers, %d at a time, beside %d calls/s with %d assignees each, %d kills; ms:%n",
                done,
                servers.size(),
                WORKERS,
                callsPerSecond,
                ASSIGNEES_OF_BUSY,
                kills.get());
        System.out.printf(Locale.ROOT, "%-28s %8s %10s %10s %10s%n", "", "samples", "p50", "p99", "p99.9");
        System.out.println(granted.rowToP999("assign to effective"));
        System.out.println(revoked.rowToP999("unassign to effective"));
        System.out.println(firstRecord.rowToP999("assign to first record"));
        System.out.printf(
                Locale.ROOT,
                "calls published after a revocation was effective, and carried: on streams %d, in the topic %d%n",
                leaksOnStreams.get(),
                leaksInTopic.get());
        System.out.println("calls from before a revocation, so long after its answer:");
        late.forEach((way, each) -> System.out.println(each.rowToP999(way.name().toLowerCase(Locale.ROOT))));
    }
}
