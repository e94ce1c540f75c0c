package dev.partyline.api.replay;

import dev.partyline.api.terminal.ProgressBar;
import dev.partyline.api.terminal.Screen;

/** Shows how far the engine has come: a bar while it takes events in, then a word on what is still to be waited for. */
final class EngineProgress {
    private final Screen screen;
    private final long total;
    private final ProgressBar bar;
    private boolean takenIn;

    EngineProgress(Screen screen, long total) {
        this.screen = screen;
        this.total = total;
        this.bar = new ProgressBar(screen, "taken in", total);
    }

    /** So many events are still to be taken in. */
    void behind(long events) {
        if (takenIn) {
            return;
        }
        bar.at(total - events);
        if (events == 0) {
            takenIn = true;
            bar.end();
            screen.err().println("Waiting for walks to end, and reading the feeds ...");
            screen.err().flush();
        }
    }
}
