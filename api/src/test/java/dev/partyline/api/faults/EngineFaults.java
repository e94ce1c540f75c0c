package dev.partyline.api.faults;

import java.io.IOException;
import java.time.Duration;

/** Engines killed with -9. */
final class EngineFaults {
    private static final Duration LATEST = Duration.ofSeconds(3);
    private static final Duration WELL_INTO_START = Duration.ofMillis(1_500);

    private EngineFaults() {}

    /** One of the two, at any moment. */
    record OneKilled() implements Fault {
        @Override
        public String name() {
            return "engine killed";
        }

        @Override
        public int kills() {
            return 1;
        }

        @Override
        public void inflict(Scene scene) throws IOException, InterruptedException {
            scene.holdUpTo(LATEST);
            scene.anySeat().kill();
        }
    }

    /** Both at once. */
    record BothKilled() implements Fault {
        @Override
        public String name() {
            return "both engines killed";
        }

        @Override
        public int kills() {
            return 2;
        }

        @Override
        public void inflict(Scene scene) throws IOException, InterruptedException {
            scene.holdUpTo(LATEST);
            for (Seat seat : scene.site().seats()) {
                seat.kill();
            }
        }
    }

    /** One, and again when it has come back and joins the group or restores its stores. */
    record KilledAgain() implements Fault {
        @Override
        public String name() {
            return "engine killed, and again while it restores";
        }

        @Override
        public int kills() {
            return 2;
        }

        @Override
        public void inflict(Scene scene) throws IOException, InterruptedException {
            Seat victim = scene.anySeat();
            victim.kill();
            victim.tend();
            scene.await(
                    "the engine that was killed has started again",
                    () -> !victim.report().state().equals("SILENT"));
            scene.holdUpTo(WELL_INTO_START);
            victim.kill();
        }
    }
}
