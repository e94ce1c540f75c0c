package dev.partyline.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.bench.Latencies;
import dev.partyline.bench.cluster.Caller.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Users are assigned and unassigned while calls come in and each follows a stream: how long a change takes to be effective,
 * how long an assignment takes to the first record in the stream, and whether a stream ever carries a call that was published
 * after the unassignment was effective.
 */
public final class Revocations {
    private static final Size SIZE = new Size(20, 20, 100);
    private static final long CALL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long REPORT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Cluster cluster;
    private final URI[] servers;
    private final Line[] lines = new Line[SIZE.users()];
    private final AtomicInteger left;
    private final AtomicLong publishedCalls = new AtomicLong();
    private final Latencies assigned = new Latencies();
    private final Latencies unassigned = new Latencies();
    private final Latencies firstRecord = new Latencies();
    private final AtomicLong leaks = new AtomicLong();
    private final AtomicLong late = new AtomicLong();

    private Revocations(Cluster cluster, int revocations) {
        this.cluster = cluster;
        this.servers = cluster.servers().stream().map(ServerProcess::uri).toArray(URI[]::new);
        this.left = new AtomicInteger(revocations);
    }

    /** @param args how many revocations (default 10,000), and how many servers (default 2) */
    public static void main(String[] args) throws Exception {
        int revocations = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int servers = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        try (Cluster cluster = Cluster.start(servers, 0)) {
            new Revocations(cluster, revocations).run(revocations);
        }
    }

    private void run(int revocations) throws Exception {
        List<Follower> followers = new ArrayList<>();
        try (Upstream upstream = new Upstream(cluster.connection())) {
            Company company = new Company(upstream, SIZE);
            company.past();
            try (Load load = new Load()) {
                for (int user = 0; user < SIZE.users(); user++) {
                    lines[user] = new Line(user);
                    followers.add(follow(lines[user]));
                }
                load.run("calls", random -> {
                    company.call(random.nextInt(SIZE.numbers()));
                    publishedCalls.incrementAndGet();
                    LockSupport.parkNanos(CALL_EVERY_NANOS);
                });
                List<Thread> workers = new ArrayList<>();
                for (Line line : lines) {
                    Thread worker = new Thread(() -> work(line), "worker-" + line.user);
                    worker.start();
                    workers.add(worker);
                }
                load.run("progress", random -> {
                    LockSupport.parkNanos(REPORT_EVERY_NANOS);
                    System.err.printf(
                            Locale.ROOT,
                            "%d to go; so far, ms p50: assign %.0f, unassign %.0f, first record %.0f%n",
                            Math.max(0, left.get()),
                            assigned.p50(),
                            unassigned.p50(),
                            firstRecord.p50());
                });
                for (Thread worker : workers) {
                    worker.join();
                }
            }
        } finally {
            for (Follower follower : followers) {
                follower.close();
            }
        }
        System.out.printf(Locale.ROOT, "%d revocations on %d servers, ms:%n", revocations, servers.length);
        System.out.printf(Locale.ROOT, "%-28s %8s %10s %10s %10s%n", "", "samples", "p50", "p99", "p99.9");
        System.out.println(assigned.rowToP999("assign to effective"));
        System.out.println(unassigned.rowToP999("unassign to effective"));
        System.out.println(firstRecord.rowToP999("assign to first record"));
        System.out.printf(
                Locale.ROOT,
                "calls published after an unassignment was effective and carried: %d%n"
                        + "older calls received after its answer: %d%n",
                leaks.get(),
                late.get());
    }

    private Follower follow(Line line) throws InterruptedException {
        String token = cluster.token(Size.user(line.user), Scope.INBOX);
        Follower follower = new Follower(servers, Size.feed(line.user), token, line::event);
        while (!follower.connected()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return follower;
    }

    private void work(Line line) {
        Caller caller = new Caller(cluster.token("upstream", Scope.INGEST));
        try {
            while (left.decrementAndGet() >= 0) {
                line.assign(caller);
                line.unassign(caller);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A user on the number of the same index, whom nobody else changes. */
    private final class Line {
        private final int user;
        private volatile long asked;
        private volatile boolean waiting;
        /** Calls published when the unassignment was effective; calls after these must never come. */
        private volatile long goneSince = Long.MAX_VALUE;

        Line(int user) {
            this.user = user;
        }

        void assign(Caller caller) throws InterruptedException {
            goneSince = Long.MAX_VALUE;
            asked = System.nanoTime();
            waiting = true;
            submit(caller, "UserAssigned");
            assigned.add(System.nanoTime() - asked);
            while (waiting) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }

        void unassign(Caller caller) throws InterruptedException {
            long began = System.nanoTime();
            submit(caller, "UserUnassigned");
            unassigned.add(System.nanoTime() - began);
            goneSince = publishedCalls.get() + 1 + (long) SIZE.numbers() * SIZE.records();
        }

        void event(String name, JsonNode data) {
            if (!name.equals("record")) {
                return;
            }
            if (waiting) {
                waiting = false;
                firstRecord.add(System.nanoTime() - asked);
            }
            long gone = goneSince;
            if (gone != Long.MAX_VALUE) {
                String recordId = data.path("record").path("recordId").asText();
                boolean after = Long.parseLong(recordId.substring("call-".length())) > gone;
                (after ? leaks : late).incrementAndGet();
            }
        }

        private void submit(Caller caller, String type) throws InterruptedException {
            String json = String.format(
                    "{\"type\":\"%s\",\"number\":\"%s\",\"userId\":\"%s\"}", type, Size.number(user), Size.user(user));
            Answer answer =
                    caller.post(servers[user % servers.length].resolve(Size.PATH + "/changes?wait=20000"), json);
            if (answer.status() != 201) {
                throw new IllegalStateException(answer.status() + ": " + answer.body());
            }
        }
    }
}
