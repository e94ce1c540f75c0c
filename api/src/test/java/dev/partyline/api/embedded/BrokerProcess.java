package dev.partyline.api.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An embedded broker in a process of its own, which a test can stop, kill, pause, and start again. */
public final class BrokerProcess {
    private static final String READY = "ready ";
    private static final int ENDS_WITHIN_SECONDS = 60;

    private final Path directory;
    private final String host;
    private final int port;
    private Process process;
    private String bootstrapServers;

    private BrokerProcess(Path directory, String host, int port) throws IOException {
        this.directory = directory;
        this.host = host;
        this.port = port;
        this.process = launch(directory, host, port);
        this.bootstrapServers = awaitReady(process);
    }

    /** What the process runs: a broker on the directory, host and port given, until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedBroker broker =
                EmbeddedBroker.start(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stops the broker"));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(READY + broker.bootstrapServers());
        System.in.transferTo(System.out); // so that no broker outlives the test that started it
        System.exit(0);
    }

    /** Returns when the broker takes clients, on loopback. */
    static BrokerProcess start(Path directory) throws IOException {
        return start(directory, Loopback.HOST, 0);
    }

    /**
     * Returns when the broker takes clients.
     *
     * @param port 0: any; give one that clients are not given, if the broker is to come back on it
     */
    public static BrokerProcess start(Path directory, String host, int port) throws IOException {
        return new BrokerProcess(directory, host, port);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Ends it without a chance to clean up, as kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM; returns when it has stopped. */
    public void stop() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    /** Where it was, once it has ended; returns when it takes clients. */
    public void startAgain() throws IOException {
        process = launch(directory, host, port);
        bootstrapServers = awaitReady(process);
    }

    /** SIGSTOP: its connections stay open, and nobody answers. */
    public void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT. */
    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .inheritIO()
                .start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill " + signal + " failed, with " + kill.exitValue());
        }
    }

    private void awaitEnd() throws InterruptedException {
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the broker's process does not end");
        }
    }

    private static Process launch(Path directory, String host, int port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        directory.toString(),
                        host,
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "broker.log").toFile()))
                .start();
    }

    /** Its address. What else it says there is passed over, so that it never waits for a reader. */
    private static String awaitReady(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the broker's process ended before it was ready, with "
                    + process.onExit().join());
        }
        Thread reader = new Thread(() -> output.lines().forEach(passedOver -> {}), "output of a broker");
        reader.setDaemon(true);
        reader.start();
        return line.substring(READY.length());
    }
}
