package dev.partyline.bench.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@code partyline server} in a process of its own, that can be killed, stopped and started again. */
final class ServerProcess {
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 50;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path config;
    private final Path log;
    private final URI uri;
    private final URI admin;
    private Process process;

    private ServerProcess(Path config, Path log, Ports ports) throws IOException {
        this.config = config;
        this.log = log;
        this.uri = URI.create("http://127.0.0.1:" + ports.api());
        this.admin = URI.create("http://127.0.0.1:" + ports.admin());
        this.process = launch();
        // A benchmark that is interrupted leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /** Where it listens, the same over restarts. */
    record Ports(int api, int admin) {}

    static ServerProcess start(Path config, Path log, Ports ports) throws IOException {
        return new ServerProcess(config, log, ports);
    }

    URI uri() {
        return uri;
    }

    /** The metrics that it exports now, each series by name and labels, and by its name alone the sum of all. */
    Map<String, Double> metrics() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(admin.resolve("/metrics")).build();
        Map<String, Double> values = new HashMap<>();
        client.send(request, HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    int end = line.lastIndexOf(' ');
                    String series = line.substring(0, end);
                    double value = Double.parseDouble(line.substring(end + 1));
                    String name = series.split("\\{", 2)[0];
                    values.merge(name, value, Double::sum);
                    if (!name.equals(series)) {
                        values.put(series, value);
                    }
                });
        return values;
    }

    /** Has all garbage of its heap collected. */
    void collect() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(java("jcmd"), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd cannot have the heap collected; see " + log);
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill}; waits until it has ended, and returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    void startAgain() throws IOException {
        process = launch();
    }

    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("a server does not become ready; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            HttpRequest health = HttpRequest.newBuilder(uri.resolve("/health")).build();
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private Process launch() throws IOException {
        List<String> command = List.of(
                java("java"),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.partyline.api.cli.Main",
                "server",
                config.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
