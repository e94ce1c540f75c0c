package dev.partyline.api.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows progress: one line that is drawn again and again on a terminal, else a plain line every few seconds. */
public final class ProgressBar {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(3);

    private final PrintWriter out;
    private final boolean terminal;
    private final String what;
    private final long total;
    private final long startedAt = System.nanoTime();
    private long shownAt = startedAt;

    /** Begins to count {@code what}, of which there are {@code total}; the time runs from now. */
    public ProgressBar(Screen screen, String what, long total) {
        this.out = screen.err();
        this.terminal = screen.terminal();
        this.what = what;
        this.total = total;
    }

    /** So many are done; shown if it is time to. */
    public void at(long done) {
        long now = System.nanoTime();
        if (now - shownAt >= (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            shownAt = now;
            show(done, terminal ? "\r" : "", terminal ? "" : System.lineSeparator());
        }
    }

    /** All are done. */
    public void end() {
        show(total, terminal ? "\r" : "", System.lineSeparator());
    }

    private void show(long done, String before, String after) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
        String line = ProgressText.line(what, Math.max(0, Math.min(done, total)), total, elapsed);
        out.print(before + (terminal ? String.format(Locale.ROOT, "%-78s", line) : line) + after);
        out.flush();
    }
}
