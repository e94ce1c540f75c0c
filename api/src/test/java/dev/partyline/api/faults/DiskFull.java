package dev.partyline.api.faults;

import java.io.IOException;
import java.time.Duration;

/** No room left on the engines' disks, while events go on and an engine has to open its stores anew; then there is. */
record DiskFull(SmallDisks disks) implements Fault {
    private static final Duration FULL = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "disk full, and an engine killed meanwhile";
    }

    @Override
    public int kills() {
        return 1;
    }

    @Override
    public void inflict(Scene scene) throws IOException, InterruptedException {
        disks.fill();
        scene.load().switchLine();
        scene.holdUpTo(FULL);
        scene.anySeat().kill();
        scene.load().publish();
        scene.site().hold(FULL);
    }

    @Override
    public void undo(Scene scene) throws IOException {
        disks.free();
    }
}
