package dev.partyline.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A part in a process of its own, seen from the process that started it. One call at a time. */
public final class Child implements AutoCloseable {
    private static final int LAST_LINES = 20;
    private static final long PATIENCE_SECONDS = 10;

    private final String name;
    private final Path log;
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a process on this one's class path.
     *
     * @param log where its standard error goes
     * @param options for its Java
     */
    static Child launch(Class<? extends Part> part, Path log, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(PartMain.class.getName(), part.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Child(part.getSimpleName(), log, process);
    }

    /** Tells it to start, and returns what it answers. */
    public String start(Map<String, String> settings) throws IOException {
        tellToStart(settings);
        return answer();
    }

    /** Tells it to start, and returns at once; to be followed by {@link #answer}. */
    public void tellToStart(Map<String, String> settings) {
        commands.println(PartMain.START + new Settings(settings).line());
    }

    public void stop() throws IOException {
        commands.println(PartMain.STOP);
        answer();
    }

    /** Waits for the answer. */
    public String answer() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(PartMain.DONE) && !line.startsWith(PartMain.FAILED)) {
            line = answers.readLine(); // Java itself says something
        }
        if (line == null || !line.startsWith(PartMain.DONE)) {
            throw new IllegalStateException(name + " failed: " + line + "\n" + lastWords());
        }
        return line.substring(PartMain.DONE.length());
    }

    /** The log is deleted with the stage. */
    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** As {@code kill -9}; returns at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** Lets it end by itself, which takes no time but for what its Java has still to write, or kills it; waits for its end. */
    @Override
    public void close() {
        commands.close();
        boolean interrupted = !ended(PATIENCE_SECONDS);
        kill();
        while (process.isAlive()) {
            interrupted |= !ended(PATIENCE_SECONDS);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for its end; false: it was interrupted. */
    private boolean ended(long withinSeconds) {
        try {
            process.waitFor(withinSeconds, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
