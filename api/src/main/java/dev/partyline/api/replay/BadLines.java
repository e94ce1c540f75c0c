package dev.partyline.api.replay;

import java.io.PrintWriter;
import java.util.Locale;

/** Reports bad lines: the first in full, the others as a count. */
final class BadLines {
    static final int IN_FULL = 20;

    private final PrintWriter err;
    private long count;

    BadLines(PrintWriter err) {
        this.err = err;
    }

    void report(BadLine line) {
        count++;
        if (count <= IN_FULL) {
            err.println(line);
            err.flush();
        }
    }

    /** Says how many were not shown; to be called once, when all files have been read. */
    void end() {
        if (count > IN_FULL) {
            err.printf(Locale.ROOT, "... and %,d more bad lines%n", count - IN_FULL);
            err.flush();
        }
    }

    long count() {
        return count;
    }
}
