package dev.partyline.api.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An embedded broker in a process of its own, which a test can kill. */
final class BrokerProcess {
    private static final String READY = "ready ";

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /** What the process runs: a broker on the directory given, until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0)) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(READY + broker.bootstrapServers());
            System.in.transferTo(System.out); // so that no broker outlives the test that started it
        }
    }

    /** Returns when the broker takes clients. */
    static BrokerProcess start(Path directory) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("the broker's process said " + line);
        }
        return new BrokerProcess(process, line.substring(READY.length()));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Ends it without a chance to clean up, as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the broker's process cannot be killed");
        }
    }
}
