package dev.partyline.bench.cluster;

import dev.partyline.api.client.EngineLag;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.bench.FeedTail;
import dev.partyline.bench.Latencies;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Hours of mixed load: calls at half of the top rate, assignments that change, feeds that are read. A row a minute; what grows
 * must grow with the data, and nothing else may.
 */
public final class Soak {
    private static final int ASSIGNEES = 5;
    private static final int BUSY_NUMBERS = 1_000;
    /** Their assignments change. Few calls come there, so that a change's walk stays as long as it is. */
    private static final int QUIET_NUMBERS = 200;

    private static final Size SIZE = new Size(200, BUSY_NUMBERS + QUIET_NUMBERS, 0);
    private static final int BURST = 50_000;
    private static final long CHANGE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long WATCH_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** So many calls are published without a look at the clock. */
    private static final int AT_ONCE = 10;
    /** Their calls are watched, and nobody changes their line. */
    private static final int WATCHED = 0;

    private static final double MEBI = 1 << 20;

    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"}";
    private static final String CPU = "process_cpu_seconds_total";
    private static final int SECONDS_PER_MINUTE = 60;
    /** A full collection takes some 100 ms, so there are few, and latencies have one in 600 looks. */
    private static final int COLLECT_EVERY_MINUTES = 5;

    private final Cluster cluster;
    private final ServerProcess server;
    /** Of the minute that goes on. */
    private volatile Latencies delivery = new Latencies();

    private volatile Latencies changes = new Latencies();

    private Soak(Cluster cluster) {
        this.cluster = cluster;
        this.server = cluster.servers().get(0);
    }

    /**
     * Runs it.
     *
     * @param callsPerSecond 0: half of what is measured as most
     * @return how many lines were shown that had gone
     */
    public static long run(int minutes, int callsPerSecond) throws Exception {
        try (Cluster cluster = Cluster.start(1, 0)) {
            return new Soak(cluster).soak(minutes, callsPerSecond);
        }
    }

    private long soak(int minutes, int wanted) throws Exception {
        List<URI> servers = List.of(server.uri());
        Caller operator = new Caller(cluster.token("operator", Scope.OPS, Scope.INGEST));
        Truth truth = new Truth(SIZE.users(), SIZE.numbers());
        Churn churn = new Churn(servers, operator, truth, SIZE);
        Readers readers = new Readers(servers, operator, truth, SIZE);
        try (Upstream upstream = new Upstream(cluster.connection());
                FeedTail tail = FeedTail.start(cluster.connection());
                Changes submitted = new Changes(cluster, servers);
                Load load = new Load()) {
            Company company = new Company(upstream, SIZE);
            assign(submitted);
            settle();
            known(truth);
            int callsPerSecond = wanted > 0 ? wanted : top(company, upstream) / 2;
            say(
                    "%d calls/s on %d numbers with %d assignees each, a change of assignment and reads each second",
                    callsPerSecond, SIZE.numbers(), ASSIGNEES);
            load.run("calls", paced(AT_ONCE * TimeUnit.SECONDS.toNanos(1) / callsPerSecond, random -> {
                for (int i = 0; i < AT_ONCE; i++) {
                    company.call(busy(random));
                }
            }));
            load.run("watched", paced(WATCH_EVERY_NANOS, random -> {
                company.call(quiet(random));
                tail.watch(Size.user(WATCHED), company.call(WATCHED), delivery);
            }));
            load.run("churn", paced(CHANGE_EVERY_NANOS, random -> change(churn, random)));
            load.run("reader", paced(CHANGE_EVERY_NANOS, readers));
            say(
                    "%6s %9s %17s %17s %6s %10s %9s %8s %9s %9s %9s %7s",
                    "minute",
                    "calls",
                    "delivery p50 p99",
                    "effective p50 p99",
                    "cores",
                    "heap MiB",
                    "collected",
                    "RSS MiB",
                    "stores",
                    "topics",
                    "B/call",
                    "threads");
            for (int minute = 1; minute <= minutes; minute++) {
                double cpu = server.metrics().getOrDefault(CPU, 0.0);
                double heap = leastHeap(load);
                row(minute, company.calls(), cpu, heap);
            }
        }
        say("reads by status %s, leaks %d, lines changed %d", readers.statuses(), readers.leaks(), churn.settled());
        return readers.leaks();
    }

    private static void assign(Changes changes) throws InterruptedException {
        for (int number = 0; number < SIZE.numbers(); number++) {
            for (int i = 0; i < ASSIGNEES; i++) {
                changes.submitted(0, Way.onNumber("UserAssigned", number, assignee(number, i)));
            }
        }
    }

    private static void known(Truth truth) {
        for (int number = 0; number < SIZE.numbers(); number++) {
            for (int i = 0; i < ASSIGNEES; i++) {
                truth.settled(assignee(number, i), number, true);
            }
        }
    }

    private static int busy(Random random) {
        return WATCHED + 1 + random.nextInt(BUSY_NUMBERS - 1);
    }

    private static int quiet(Random random) {
        return BUSY_NUMBERS + random.nextInt(QUIET_NUMBERS);
    }

    private static int assignee(int number, int i) {
        return (number + i * 7) % SIZE.users();
    }

    /** Until the engine has taken in all that was published, and its own topics. */
    private void settle() throws InterruptedException {
        try (EngineLag lag = new EngineLag(cluster.connection())) {
            while (lag.behind() > 0) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** Calls a second that the engine takes from a backlog; the best of three. */
    private int top(Company company, Upstream upstream) throws InterruptedException {
        int best = 0;
        try (EngineLag lag = new EngineLag(cluster.connection())) {
            Random random = new Random(0);
            for (int i = 0; i < 3; i++) {
                long began = System.nanoTime();
                for (int call = 0; call < BURST; call++) {
                    company.call(busy(random));
                }
                upstream.flush();
                while (lag.behind() > 0) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                int rate = (int) (BURST * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - began));
                say("backlog of %d calls: %d calls/s, %d deliveries/s", BURST, rate, rate * ASSIGNEES);
                best = Math.max(best, rate);
            }
        }
        return best;
    }

    private void change(Churn churn, Random random) throws InterruptedException {
        int number = quiet(random);
        int user = random.nextInt(SIZE.users());
        long asked = System.nanoTime();
        churn.toggle(user, number, random);
        changes.add(System.nanoTime() - asked);
    }

    /** A task at even intervals; where it falls behind it catches up. */
    private static Task paced(long everyNanos, Task task) {
        long[] next = {System.nanoTime()};
        return random -> {
            LockSupport.parkNanos(next[0] - System.nanoTime());
            next[0] += everyNanos;
            task.step(random);
        };
    }

    /** What was left of the heap within a minute after the collection that left least. */
    private double leastHeap(Load load) throws IOException, InterruptedException {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < SECONDS_PER_MINUTE; i++) {
            TimeUnit.SECONDS.sleep(1);
            load.check();
            least = Math.min(least, server.metrics().getOrDefault(HEAP, least));
        }
        return least;
    }

    /** What is left of the heap after a collection of all of it, in MiB. */
    private String collected() throws IOException, InterruptedException {
        server.collect();
        return "%.0f".formatted(server.metrics().getOrDefault(HEAP, Double.NaN) / MEBI);
    }

    private void row(int minute, int calls, double cpuBefore, double heap) throws IOException, InterruptedException {
        Map<String, Double> metrics = server.metrics();
        Latencies delivered = delivery;
        Latencies effective = changes;
        delivery = new Latencies();
        changes = new Latencies();
        double topics = cluster.topicBytes();
        say(
                "%6d %9d %8.0f %8.0f %8.0f %8.0f %6.2f %10.0f %9s %8.0f %9.0f %9.0f %9.0f %7.0f",
                minute,
                calls,
                delivered.p50(),
                delivered.p99(),
                effective.p50(),
                effective.p99(),
                (metrics.getOrDefault(CPU, 0.0) - cpuBefore) / SECONDS_PER_MINUTE,
                heap / MEBI,
                minute % COLLECT_EVERY_MINUTES == 0 ? collected() : "",
                metrics.getOrDefault("process_resident_memory_bytes", 0.0) / MEBI,
                metrics.getOrDefault("partyline_store_bytes", 0.0) / MEBI,
                topics / MEBI,
                topics / calls,
                metrics.getOrDefault("jvm_threads_current", 0.0));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
