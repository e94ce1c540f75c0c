package dev.partyline.bench.cli;

import java.io.PrintWriter;

/** What a benchmark says while it runs, at once. */
final class Say {
    private Say() {}

    static void line(PrintWriter print, String line) {
        print.println(line);
        print.flush();
    }
}
