package dev.partyline.api.faults;

import java.io.IOException;
import java.time.Duration;

/** One engine's clock goes ahead by an hour and, after a while, back. */
record ClockStepped(FakedClocks clocks, int seat) implements Fault {
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration WHILE = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "clock an hour ahead, and back";
    }

    @Override
    public void inflict(Scene scene) throws IOException {
        clocks.step(seat, AHEAD);
        scene.load().publish();
        scene.load().switchLine();
        scene.site().hold(WHILE);
    }

    @Override
    public void undo(Scene scene) throws IOException {
        clocks.step(seat, Duration.ZERO);
        // It looks at its clock once a second; what it says before means nothing.
        scene.await(
                "the engine notices that its clock was set back",
                () -> !scene.site().seats().get(seat).report().ready());
    }
}
