package dev.partyline.api.faults;

import java.io.IOException;
import java.time.Duration;

/** One engine is cut off from the broker for longer than its session lasts, and comes back with what it had open. */
record Partitioned(Namespaces network, int seat) implements Fault {
    /** The engines' transactions last 5 s, their sessions 6 s. */
    private static final Duration CUT = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "engine cut off from the broker";
    }

    @Override
    public void inflict(Scene scene) throws IOException {
        scene.holdUpTo(Duration.ofSeconds(1));
        network.cut(seat);
        scene.load().publish();
        scene.load().switchLine();
        scene.site().hold(CUT);
        scene.holdUpTo(CUT);
    }

    @Override
    public void undo(Scene scene) throws IOException {
        network.mend(seat);
    }
}
