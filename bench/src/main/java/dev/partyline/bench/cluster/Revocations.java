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
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Users are assigned and unassigned while calls come in and each follows a stream: how long a change takes to be effective,
 * how long an assignment takes to the first record in the stream, and whether a stream ever carries a call that was published
 * after the unassignment was effective. Other users' numbers are called all the time: that is the load.
 */
public final class Revocations {
    private static final int WORKERS = 20;
    /** A worker takes them in turn, so that what comes after a revocation is not hidden by the next assignment. */
    private static final int NUMBERS_PER_WORKER = 20;

    private static final int BUSY_NUMBERS = 50;
    private static final int ASSIGNEES_OF_BUSY = 5;
    private static final int FIRST_BUSY = WORKERS * NUMBERS_PER_WORKER;
    private static final Size SIZE = new Size(WORKERS + ASSIGNEES_OF_BUSY, FIRST_BUSY + BUSY_NUMBERS, 1);
    private static final long REPORT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long FIRST_RECORD_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Cluster cluster;
    private final URI[] servers;
    private final AtomicInteger left;
    private final Latencies assigned = new Latencies();
    private final Latencies unassigned = new Latencies();
    private final Latencies firstRecord = new Latencies();
    private final AtomicLong leaks = new AtomicLong();
    private final Latencies late = new Latencies();

    private Revocations(Cluster cluster, int revocations) {
        this.cluster = cluster;
        this.servers = cluster.servers().stream().map(ServerProcess::uri).toArray(URI[]::new);
        this.left = new AtomicInteger(revocations);
    }

    /** @param args how many revocations (default 10,000), servers (default 2), calls a second beside them (default 100) */
    public static void main(String[] args) throws Exception {
        int revocations = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int servers = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        int callsPerSecond = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        try (Cluster cluster = Cluster.start(servers, 0)) {
            Revocations bench = new Revocations(cluster, revocations);
            bench.run(callsPerSecond);
            bench.report(revocations, callsPerSecond);
        }
    }

    private void run(int callsPerSecond) throws Exception {
        List<Follower> followers = new ArrayList<>();
        try (Upstream upstream = new Upstream(cluster.connection())) {
            Company company = new Company(upstream, SIZE);
            company.past();
            assignTheBusy();
            try (Load load = new Load()) {
                load.run("calls", random -> {
                    company.call(FIRST_BUSY + random.nextInt(BUSY_NUMBERS));
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / callsPerSecond);
                });
                load.run("progress", random -> progress());
                List<Callable<Boolean>> workers = new ArrayList<>();
                for (int user = 0; user < WORKERS; user++) {
                    Worker worker = new Worker(user, company);
                    followers.add(follow(worker));
                    workers.add(worker);
                }
                work(workers);
            }
        } finally {
            for (Follower follower : followers) {
                follower.close();
            }
        }
    }

    private static void work(List<Callable<Boolean>> workers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            for (Future<Boolean> done : threads.invokeAll(workers)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void assignTheBusy() throws InterruptedException {
        Caller caller = new Caller(cluster.token("upstream", Scope.INGEST));
        for (int number = FIRST_BUSY; number < SIZE.numbers(); number++) {
            for (int user = WORKERS; user < SIZE.users(); user++) {
                submit(caller, servers[0], "UserAssigned", number, user);
            }
        }
    }

    private Follower follow(Worker worker) throws InterruptedException {
        String token = cluster.token(Size.user(worker.user), Scope.INBOX);
        Follower follower = new Follower(servers, Size.feed(worker.user), token, worker::event);
        while (!follower.connected()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return follower;
    }

    private static void submit(Caller caller, URI server, String type, int number, int user)
            throws InterruptedException {
        String json = String.format(
                "{\"type\":\"%s\",\"number\":\"%s\",\"userId\":\"%s\"}", type, Size.number(number), Size.user(user));
        Answer answer = caller.post(server.resolve(Size.PATH + "/changes?wait=20000"), json);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + ": " + answer.body());
        }
    }

    private void progress() {
        LockSupport.parkNanos(REPORT_EVERY_NANOS);
        System.err.printf(
                Locale.ROOT,
                "%d to go; ms so far, median: assign %.0f, unassign %.0f, first record %.0f%n",
                Math.max(0, left.get()),
                assigned.p50(),
                unassigned.p50(),
                firstRecord.p50());
    }

    private void report(int revocations, int callsPerSecond) {
        System.out.printf(
                Locale.ROOT,
                "%d revocations on %d servers, %d at a time, beside %d calls/s with %d assignees each; ms:%n",
                revocations,
                servers.length,
                WORKERS,
                callsPerSecond,
                ASSIGNEES_OF_BUSY);
        System.out.printf(Locale.ROOT, "%-28s %8s %10s %10s %10s%n", "", "samples", "p50", "p99", "p99.9");
        System.out.println(assigned.rowToP999("assign to effective"));
        System.out.println(unassigned.rowToP999("unassign to effective"));
        System.out.println(firstRecord.rowToP999("assign to first record"));
        System.out.printf(
                Locale.ROOT,
                "calls published after an unassignment was effective and carried: %d%n"
                        + "older calls received after its answer: %d%n",
                leaks.get(),
                late.count());
        System.out.println(late.rowToP999("so much after it"));
    }

    /** A user, and numbers that nobody else changes. */
    private final class Worker implements Callable<Boolean> {
        private final int user;
        private final Company company;
        private final Caller caller = new Caller(cluster.token("upstream", Scope.INGEST));
        private final URI server;
        /** By number that was taken away: how many calls had been published then; a later one must never come. */
        private final Map<Integer, Gone> goneSince = new ConcurrentHashMap<>();

        private int turn;
        private volatile int current;
        private volatile long asked;
        private volatile boolean waiting;

        Worker(int user, Company company) {
            this.user = user;
            this.company = company;
            this.server = servers[user % servers.length];
        }

        @Override
        public Boolean call() throws InterruptedException {
            while (left.decrementAndGet() >= 0) {
                int number = user * NUMBERS_PER_WORKER + turn++ % NUMBERS_PER_WORKER;
                assign(number);
                company.call(number);
                unassign(number);
                company.call(number);
            }
            return true;
        }

        private void assign(int number) throws InterruptedException {
            goneSince.remove(number);
            current = number;
            asked = System.nanoTime();
            waiting = true;
            submit(caller, server, "UserAssigned", number, user);
            assigned.add(System.nanoTime() - asked);
            while (waiting) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                if (System.nanoTime() - asked > FIRST_RECORD_WITHIN_NANOS) {
                    throw new IllegalStateException(
                            Size.user(user) + " is sent no record of " + Size.number(number) + ", which was assigned");
                }
            }
        }

        private void unassign(int number) throws InterruptedException {
            long began = System.nanoTime();
            submit(caller, server, "UserUnassigned", number, user);
            unassigned.add(System.nanoTime() - began);
            goneSince.put(number, new Gone(company.calls(), System.nanoTime()));
        }

        void event(String name, JsonNode data) {
            if (!name.equals("record")) {
                return;
            }
            JsonNode call = data.path("record");
            int number = Size.indexOf(call.path("number").asText());
            if (waiting && number == current) {
                waiting = false;
                firstRecord.add(System.nanoTime() - asked);
            }
            Gone gone = goneSince.get(number);
            if (gone != null) {
                boolean after = Company.indexOf(call.path("recordId").asText()) > gone.calls();
                if (after) {
                    leaks.incrementAndGet();
                } else {
                    late.add(System.nanoTime() - gone.since());
                }
            }
        }

        /** A number that was taken away. */
        private record Gone(int calls, long since) {}
    }
}
