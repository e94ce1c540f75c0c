package dev.partyline.bench.delay;

import dev.partyline.bench.load.OpenLoad;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import dev.partyline.bench.report.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** From when a record should have been published until its rows can be read by a committed consumer. */
public final class LatencyBench {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private LatencyBench() {}

    /** Measures on a stage that is used for nothing else. */
    public static List<Figures> run(Stage stage, BusySettings settings, Consumer<String> say)
            throws IOException, InterruptedException {
        BusyEngine busy = BusyEngine.start(stage, settings, say);
        Percentiles all = new Percentiles("published to readable");
        int next = 0;
        for (int round = 0; round <= settings.rounds(); round++) {
            int messages = (int) (busy.perSecond() * settings.length().toSeconds());
            Samples samples = round(stage, busy, settings, next, next + messages);
            say.accept("round %d%s: %s".formatted(round, round == 0 ? " (warm-up)" : "", Percentiles.words(samples)));
            if (round > 0) {
                all.add(samples);
            }
            next += 2 * messages;
        }
        return new ArrayList<>(all.figures());
    }

    private static Samples round(Stage stage, BusyEngine busy, BusySettings settings, int from, int to)
            throws InterruptedException {
        try (RowWatch watch = new RowWatch(stage.bootstrapServers(), stage.feed(busy.installation()));
                OpenLoad load = busy.load(from)) {
            int rows = (to - from) * settings.assignees();
            return watch.rows(load, from, to, rows, settings.length().plus(PATIENCE));
        } finally {
            busy.settle();
        }
    }
}
