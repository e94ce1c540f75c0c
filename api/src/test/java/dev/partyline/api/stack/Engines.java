package dev.partyline.api.stack;

import dev.partyline.topology.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The engine of one installation, and what befalls it while events go on coming in. */
final class Engines implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int LONGEST_LIFE = 400;

    private final EngineSetup setup;
    private final Path directory;
    private final Random random;
    private int opened;
    private Path state;
    private Engine engine;

    Engines(EngineSetup setup, Path directory, Random random) {
        this.setup = setup;
        this.directory = directory;
        this.random = random;
        this.state = newState();
        this.engine = Engine.start(setup.engine(state));
    }

    /** Closes the engine and starts it again on its state, sometimes while it is still starting. */
    void restart() {
        awaitReadyPerhaps();
        engine.close();
        engine = Engine.start(setup.engine(state));
    }

    /** As {@link #restart}, its disk lost: everything comes back from changelogs. */
    void loseState() throws IOException {
        awaitReadyPerhaps();
        engine.close();
        delete(state);
        engine = Engine.start(setup.engine(state));
    }

    /** A second engine takes over a part of the work, and then the rest. */
    void replace(Runnable meanwhile) {
        Path otherState = newState();
        Engine other = Engine.start(setup.engine(otherState));
        meanwhile.run();
        if (random.nextBoolean()) {
            awaitReady(other);
        }
        engine.close();
        engine = other;
        state = otherState;
    }

    /** A process goes on with the engine's state, and is killed at work. */
    void crash(Runnable meanwhile) throws IOException, InterruptedException {
        engine.close();
        EngineProcess process = EngineProcess.start(setup, state);
        try {
            meanwhile.run();
            process.killAfter(random.nextInt(LONGEST_LIFE));
        } finally {
            process.kill();
        }
        engine = Engine.start(setup.engine(state));
    }

    /** Whether the engine processes, and walks nothing. */
    boolean idle() {
        return engine.health().idle();
    }

    @Override
    public void close() {
        engine.close();
    }

    private void awaitReadyPerhaps() {
        if (random.nextInt(3) > 0) {
            awaitReady(engine);
        }
    }

    private static void awaitReady(Engine starting) {
        long begin = System.nanoTime();
        while (!starting.health().ready()) {
            if (System.nanoTime() - begin > READY_WITHIN.toNanos()) {
                throw new IllegalStateException("the engine is not ready: " + starting.health());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private Path newState() {
        return directory.resolve("state-" + opened++);
    }

    private static void delete(Path tree) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
