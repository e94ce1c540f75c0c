package dev.partyline.api.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of the clients in docs/clients as a process of its own: what it prints, line by line. */
final class InboxProcess implements AutoCloseable {
    private static final Path CLIENTS = Path.of("..", "docs", "clients");

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private InboxProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "inbox-output");
        reader.start();
    }

    /** Whether the program that runs a client is there. */
    static boolean canRun(String program) {
        return canRun(program, "--version");
    }

    /** As {@link #canRun(String)}, of a program that says its version when asked so. */
    static boolean canRun(String program, String version) {
        try {
            return new ProcessBuilder(program, version)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a client for ana of acme, with her token. */
    static InboxProcess start(String program, String client, URI api, String token) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(program, CLIENTS.resolve(client).toString(), api.toString(), "acme", "ana");
        builder.environment().put("PARTYLINE_TOKEN", token);
        return new InboxProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        process.destroyForcibly();
        reader.join();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
    }
}
