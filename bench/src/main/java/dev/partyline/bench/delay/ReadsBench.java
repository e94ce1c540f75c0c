package dev.partyline.bench.delay;

import dev.partyline.api.http.auth.Scope;
import dev.partyline.bench.load.OpenLoad;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import dev.partyline.bench.report.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Reads over HTTP at a constant rate, of all kinds in turn, over connections that stay open, beside a working engine. */
public final class ReadsBench {
    private static final int CONNECTIONS = 32;
    private static final int OK = 200;
    /** The view has not reached the committed end in time: the reader asks again, and all of it counts. */
    private static final int NOT_READY = 503;

    private static final long BEFORE_ASKING_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final BusyEngine busy;
    private final BusySettings settings;
    private final int perSecond;
    private final String token;
    private final AtomicInteger refused = new AtomicInteger();

    private ReadsBench(BusyEngine busy, BusySettings settings, int perSecond) {
        this.busy = busy;
        this.settings = settings;
        this.perSecond = perSecond;
        this.token = busy.engine().token(Traffic.WORKSPACE, "operator", Scope.OPS);
    }

    /**
     * Measures on a stage that is used for nothing else.
     *
     * @param perSecond reads, of all kinds together
     */
    public static List<Figures> run(Stage stage, BusySettings settings, int perSecond, Consumer<String> say)
            throws IOException, InterruptedException {
        BusyEngine busy = BusyEngine.start(stage, settings, say);
        return new ReadsBench(busy, settings, perSecond).run(say);
    }

    /** What is read. */
    private enum Kind {
        ASSIGNEES,
        NUMBERS,
        FEED,
        CHECK;

        private String path(int index) {
            return switch (this) {
                case ASSIGNEES -> "/numbers/%s/assignees".formatted(number(index));
                case NUMBERS -> "/users/%s/numbers".formatted(Traffic.user(index));
                case FEED -> "/users/%s/feed?limit=50".formatted(Traffic.user(index));
                case CHECK -> "/check";
            };
        }

        private String body(int index) {
            return this == CHECK
                    ? "{\"checks\":[{\"user\":\"%s\",\"action\":\"VIEW_RECORDS\",\"number\":\"%s\"}]}"
                            .formatted(Traffic.user(index), Traffic.number(index))
                    : "";
        }

        private static String number(int index) {
            return Traffic.number(index).replace("+", "%2B");
        }
    }

    private List<Figures> run(Consumer<String> say) throws InterruptedException {
        Map<Kind, Percentiles> all = new EnumMap<>(Kind.class);
        try (OpenLoad load = busy.load(0)) {
            for (int round = 0; round <= settings.rounds(); round++) {
                Map<Kind, Samples> samples = round();
                say.accept("round %d%s: answered with 503 and asked again: %d, message %,d"
                        .formatted(round, round == 0 ? " (warm-up)" : "", refused.getAndSet(0), load.dueNow()));
                for (Map.Entry<Kind, Samples> each : samples.entrySet()) {
                    String what = each.getKey().name().toLowerCase(Locale.ROOT);
                    say.accept(what + ": " + Percentiles.words(each.getValue()));
                    if (round > 0) {
                        all.computeIfAbsent(each.getKey(), key -> new Percentiles(what))
                                .add(each.getValue());
                    }
                }
            }
        }
        List<Figures> figures = new ArrayList<>();
        all.values().forEach(each -> figures.addAll(each.figures()));
        return figures;
    }

    private Map<Kind, Samples> round() throws InterruptedException {
        int reads = (int) (perSecond * settings.length().toSeconds());
        long[] elapsed = new long[reads];
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                readers.add(pool.submit(() -> {
                    read(next, began, elapsed);
                    return null;
                }));
            }
            for (Future<?> each : readers) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a read failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
        return byKind(elapsed);
    }

    /** Makes the reads that are due next, each late by what the ones before took too long. */
    private void read(AtomicInteger next, long began, long[] elapsed) throws IOException {
        try (KeepAlive connection = new KeepAlive(busy.api())) {
            for (int i = next.getAndIncrement(); i < elapsed.length; i = next.getAndIncrement()) {
                byte[] request = request(i);
                long due = began + i * SECOND / perSecond;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (System.nanoTime() - due > PATIENCE.toNanos()) {
                    throw new IllegalStateException("read " + i + " of " + elapsed.length + " is later than " + PATIENCE
                            + ": readers do not keep up");
                }
                int status = connection.ask(request);
                while (status == NOT_READY) {
                    refused.incrementAndGet();
                    LockSupport.parkNanos(BEFORE_ASKING_AGAIN_NANOS);
                    status = connection.ask(request);
                }
                if (status != OK) {
                    throw new IllegalStateException(kind(i) + " was answered " + status);
                }
                elapsed[i] = System.nanoTime() - due;
            }
        }
    }

    private byte[] request(int read) {
        Kind kind = kind(read);
        int index = read / Kind.values().length % settings.numbers();
        String path = "/v1/workspaces/" + Traffic.WORKSPACE + kind.path(index);
        return KeepAlive.request(busy.api(), path, token, kind.body(index));
    }

    private static Kind kind(int read) {
        return Kind.values()[read % Kind.values().length];
    }

    private static Map<Kind, Samples> byKind(long[] elapsed) {
        Map<Kind, Samples> samples = new EnumMap<>(Kind.class);
        for (int i = 0; i < elapsed.length; i++) {
            samples.computeIfAbsent(kind(i), kind -> new Samples()).add(elapsed[i]);
        }
        return samples;
    }
}
