package dev.partyline.api.stack;

import dev.partyline.topology.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An engine in a process of its own, so that it can die without a chance to commit. */
final class EngineProcess {
    private static final String READY = "engine ready";
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Process process;

    private EngineProcess(Process process) {
        this.process = process;
    }

    /** What the process runs: an engine on the state directory given last, until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        List<String> all = List.of(arguments);
        Path state = Path.of(all.get(all.size() - 1));
        try (Engine engine = Engine.start(EngineSetup.of(all).engine(state))) {
            while (!engine.health().ready()) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(READY);
            System.in.transferTo(System.out); // so that no engine outlives the test that started it
        }
    }

    /** Returns when the engine is ready. */
    static EngineProcess start(EngineSetup setup, Path state) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProcess.class.getName()));
        command.addAll(setup.arguments());
        command.add(state.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(
                        Path.of("target", "engine-" + setup.name() + ".log").toFile())
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.equals(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the engine's process ended before it was ready, with "
                    + process.onExit().join());
        }
        return new EngineProcess(process);
    }

    /** SIGKILL once it has run on for {@code millis}: nothing is committed, closed or said. */
    void killAfter(int millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the engine's process ended by itself, with " + process.exitValue());
        }
        kill();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
