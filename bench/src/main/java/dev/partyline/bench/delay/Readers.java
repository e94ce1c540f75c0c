package dev.partyline.bench.delay;

import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.report.Samples;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Reads over connections that stay open. */
final class Readers {
    private static final int OK = 200;
    /** The view has not reached the committed end in time: the reader asks again, and all of it counts. */
    private static final int NOT_READY = 503;

    private static final long BEFORE_ASKING_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final URI api;
    private final String token;
    private final int numbers;
    private final AtomicInteger refused = new AtomicInteger();

    /** @param numbers that traffic comes on, and users */
    Readers(URI api, String token, int numbers) {
        this.api = api;
        this.token = token;
        this.numbers = numbers;
    }

    /** What is read. */
    enum Kind {
        ASSIGNEES,
        NUMBERS,
        FEED,
        CHECK,
        /** The same for everybody, and nothing is looked up for it: what is left is HTTP's and the token's. */
        PRESETS;

        private String path(int index) {
            String workspace = "/v1/workspaces/" + Traffic.WORKSPACE;
            return switch (this) {
                case ASSIGNEES ->
                    workspace
                            + "/numbers/%s/assignees"
                                    .formatted(Traffic.number(index).replace("+", "%2B"));
                case NUMBERS -> workspace + "/users/%s/numbers".formatted(Traffic.user(index));
                case FEED -> workspace + "/users/%s/feed?limit=50".formatted(Traffic.user(index));
                case CHECK -> workspace + "/check";
                case PRESETS -> "/v1/presets";
            };
        }

        private String body(int index) {
            return this == CHECK
                    ? "{\"checks\":[{\"user\":\"%s\",\"action\":\"VIEW_RECORDS\",\"number\":\"%s\"}]}"
                            .formatted(Traffic.user(index), Traffic.number(index))
                    : "";
        }
    }

    /** When reads are due. For many threads. */
    @FunctionalInterface
    interface Schedule {
        /** By {@link System#nanoTime}; empty: there are no more. */
        OptionalLong due(int read);

        /** At a constant rate, whatever becomes of them: each is late by what the ones before took too long. */
        static Schedule atRate(int perSecond, Duration length) {
            long began = System.nanoTime();
            long reads = perSecond * length.toSeconds();
            return read -> read < reads ? OptionalLong.of(began + read * SECOND / perSecond) : OptionalLong.empty();
        }

        /** Each as soon as a connection is free. */
        static Schedule asFastAsTheyGo(Duration length) {
            long end = System.nanoTime() + length.toNanos();
            return read -> {
                long now = System.nanoTime();
                return now < end ? OptionalLong.of(now) : OptionalLong.empty();
            };
        }
    }

    /**
     * What became of a schedule.
     *
     * @param keptUp whether all of it was read; else it was given up when a read was ten seconds late
     * @param perSecond reads
     * @param samples from when a read was due to its answer
     * @param refused how often the answer was that the engine is not ready
     */
    record Outcome(boolean keptUp, double perSecond, Map<Kind, Samples> samples, int refused) {}

    /** A read that was made. */
    private record Answered(Kind kind, long nanos) {}

    /** Reads of these kinds in turn, over so many connections. */
    Outcome read(Schedule schedule, int connections, List<Kind> kinds) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            List<Future<List<Answered>>> readers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                readers.add(pool.submit(() -> readInTurn(schedule, next, kinds)));
            }
            Map<Kind, Samples> samples = new EnumMap<>(Kind.class);
            int count = 0;
            for (Future<List<Answered>> each : readers) {
                for (Answered answered : each.get()) {
                    samples.computeIfAbsent(answered.kind(), kind -> new Samples())
                            .add(answered.nanos());
                    count++;
                }
            }
            double perSecond = count * (double) SECOND / (System.nanoTime() - began);
            return new Outcome(next.get() >= 0, perSecond, samples, refused.getAndSet(0));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a read failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Answered> readInTurn(Schedule schedule, AtomicInteger next, List<Kind> kinds) throws IOException {
        List<Answered> answered = new ArrayList<>();
        try (KeepAlive connection = new KeepAlive(api)) {
            for (int read = next.getAndIncrement(); read >= 0; read = next.getAndIncrement()) {
                OptionalLong due = schedule.due(read);
                if (due.isEmpty()) {
                    break;
                }
                for (long left = due.getAsLong() - System.nanoTime();
                        left > 0;
                        left = due.getAsLong() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (System.nanoTime() - due.getAsLong() > PATIENCE_NANOS) {
                    next.set(Integer.MIN_VALUE); // ends all of them
                    break;
                }
                Kind kind = kinds.get(read % kinds.size());
                ask(connection, kind, read / kinds.size() % numbers);
                answered.add(new Answered(kind, System.nanoTime() - due.getAsLong()));
            }
        }
        return answered;
    }

    private void ask(KeepAlive connection, Kind kind, int index) throws IOException {
        byte[] request = KeepAlive.request(api, kind.path(index), token, kind.body(index));
        int status = connection.ask(request);
        while (status == NOT_READY) {
            refused.incrementAndGet();
            LockSupport.parkNanos(BEFORE_ASKING_AGAIN_NANOS);
            status = connection.ask(request);
        }
        if (status != OK) {
            throw new IllegalStateException(kind + " was answered " + status);
        }
    }
}
