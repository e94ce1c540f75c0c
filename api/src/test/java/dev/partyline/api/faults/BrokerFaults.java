package dev.partyline.api.faults;

import java.io.IOException;
import java.time.Duration;

/** The only broker goes, and comes back. */
final class BrokerFaults {
    private static final Duration AWAY = Duration.ofSeconds(8);
    /** The engines' transactions last 5 s, their sessions 6 s: all have run out when the broker goes on. */
    private static final Duration PAUSE = Duration.ofSeconds(8);

    private BrokerFaults() {}

    /** Stopped in good order, and started again after a while. */
    record Stopped() implements Fault {
        @Override
        public String name() {
            return "broker stopped and started";
        }

        @Override
        public void inflict(Scene scene) throws IOException, InterruptedException {
            scene.site().broker().stop();
            scene.load().publish();
            scene.holdUpTo(AWAY);
        }

        @Override
        public void undo(Scene scene) throws IOException {
            scene.site().broker().startAgain();
        }
    }

    /** Killed with -9 at any moment, and started again at once. */
    record Killed() implements Fault {
        @Override
        public String name() {
            return "broker killed and started";
        }

        @Override
        public void inflict(Scene scene) throws IOException, InterruptedException {
            scene.holdUpTo(Duration.ofSeconds(1));
            scene.site().broker().kill();
        }

        @Override
        public void undo(Scene scene) throws IOException {
            scene.site().broker().startAgain();
        }
    }

    /** Silent for longer than transactions and sessions last, with all connections open. */
    record Paused() implements Fault {
        @Override
        public String name() {
            return "broker paused for longer than a transaction";
        }

        @Override
        public void inflict(Scene scene) throws IOException, InterruptedException {
            scene.holdUpTo(Duration.ofSeconds(1));
            scene.site().broker().pause();
            scene.load().publish();
            scene.site().hold(PAUSE);
            scene.holdUpTo(PAUSE);
        }

        @Override
        public void undo(Scene scene) throws IOException, InterruptedException {
            scene.site().broker().resume();
        }
    }
}
