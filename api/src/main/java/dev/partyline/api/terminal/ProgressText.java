package dev.partyline.api.terminal;

import java.time.Duration;
import java.util.Locale;

/** How progress reads: {@code calls     [######--------]  43%  107,000/249,942  61,000/s  2 s left}. */
final class ProgressText {
    private static final int WIDTH = 30;
    private static final double PERCENT = 100.0;

    private ProgressText() {}

    /**
     * One line of progress.
     *
     * @param what what is counted
     * @param done how many so far, 0 to {@code total}
     * @param elapsed the time that these took
     */
    static String line(String what, long done, long total, Duration elapsed) {
        double share = total == 0 ? 1 : (double) done / total;
        int filled = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT,
                "%-9s [%s%s] %3d%%  %,d/%,d%s",
                what,
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                (int) (share * PERCENT),
                done,
                total,
                pace(done, total, elapsed));
    }

    /** A time in words: {@code 45 s}, {@code 2 min 5 s}, {@code 1 h 3 min}. */
    static String words(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return (time.toMinutes() > 0 ? time.toMinutes() + " min " : "") + time.toSecondsPart() + " s";
    }

    private static String pace(long done, long total, Duration elapsed) {
        if (done == 0 || elapsed.toMillis() == 0) {
            return "";
        }
        double perMilli = (double) done / elapsed.toMillis();
        Duration left = Duration.ofMillis((long) ((total - done) / perMilli));
        String rest = done == total ? "in " + words(elapsed) : words(left) + " left";
        return String.format(Locale.ROOT, "  %,d/s  %s", (long) (perMilli * 1000), rest);
    }
}
