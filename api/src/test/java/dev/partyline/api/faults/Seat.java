package dev.partyline.api.faults;

import dev.partyline.api.stack.EngineProcess;
import dev.partyline.api.stack.EngineReport;
import dev.partyline.api.stack.EngineSetup;
import dev.partyline.api.stack.Surroundings;
import java.io.IOException;
import java.nio.file.Path;

/** The place of one engine: its disk, its surroundings, and whoever starts it again when it has ended. */
final class Seat {
    private final EngineSetup setup;
    private final Path state;
    private final Surroundings surroundings;
    private EngineProcess process;

    Seat(EngineSetup setup, Path state, Surroundings surroundings) throws IOException {
        this.setup = setup;
        this.state = state;
        this.surroundings = surroundings;
        this.process = launch();
    }

    /** What a supervisor does: starts the engine again if its process has ended, however it did. */
    void tend() throws IOException {
        if (!process.isAlive()) {
            process = launch();
        }
    }

    EngineReport report() {
        return process.report();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    private EngineProcess launch() throws IOException {
        return EngineProcess.launch(setup, state, surroundings);
    }
}
