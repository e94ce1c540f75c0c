package dev.partyline.api.stack;

import dev.partyline.topology.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An engine in a process of its own, so that it can die without a chance to commit. */
public final class EngineProcess {
    private static final String HEALTH = "health ";
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);

    private final Process process;
    private final Writer questions;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private int asked;

    private EngineProcess(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * What the process runs: an engine on the state directory given last, until its standard input ends, so that no engine
     * outlives the test that started it. It answers each line by the line and how the engine is.
     */
    public static void main(String[] arguments) throws IOException {
        List<String> all = List.of(arguments);
        Path state = Path.of(all.get(all.size() - 1));
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Engine engine = Engine.start(EngineSetup.of(all).engine(state));
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                EngineReport report = EngineReport.of(engine.health());
                answers.println(line + " " + report.toLine());
                if (report.ended()) {
                    System.exit(1); // as partyline server does
                }
            }
        }
    }

    /** Returns when the engine is ready. */
    static EngineProcess start(EngineSetup setup, Path state) throws IOException {
        EngineProcess process = launch(setup, state, Surroundings.OWN);
        while (!process.report().ready()) {
            if (!process.isAlive()) {
                throw new IOException("the engine's process ended before it was ready, with "
                        + process.process.onExit().join());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return process;
    }

    /** Returns at once, while the process is still starting. */
    public static EngineProcess launch(EngineSetup setup, Path state, Surroundings surroundings) throws IOException {
        List<String> command = new ArrayList<>(surroundings.prefix());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProcess.class.getName()));
        command.addAll(setup.arguments());
        command.add(state.toString());
        Path log = Path.of("target", "engine-" + setup.name() + "-" + state.getFileName() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(surroundings.environment());
        EngineProcess started = new EngineProcess(builder.start());
        started.listen();
        return started;
    }

    /** How the engine says it is; {@link EngineReport#SILENT} when it has not said so within a second. */
    public EngineReport report() {
        String question = HEALTH + asked++;
        long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        try {
            questions.write(question + "\n");
            questions.flush();
            for (long left = ANSWERS_WITHIN.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                String answer = answers.poll(left, TimeUnit.NANOSECONDS);
                if (answer != null && answer.startsWith(question + " ")) {
                    return EngineReport.parse(answer.substring(question.length() + 1));
                }
            }
            return EngineReport.SILENT;
        } catch (IOException e) {
            return EngineReport.SILENT; // It has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EngineReport.SILENT;
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL once it has run on for {@code millis}: nothing is committed, closed or said. */
    void killAfter(int millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the engine's process ended by itself, with " + process.exitValue());
        }
        kill();
    }

    /** SIGKILL: nothing is committed, closed or said. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    private void listen() {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        Thread listener = new Thread(
                () -> {
                    try {
                        output.lines().filter(line -> line.startsWith(HEALTH)).forEach(answers::add);
                    } catch (UncheckedIOException e) {
                        answers.clear(); // It was killed.
                    }
                },
                "answers of an engine");
        listener.setDaemon(true);
        listener.start();
    }
}
