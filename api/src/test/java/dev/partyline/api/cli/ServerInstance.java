package dev.partyline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.stack.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code partyline server} in a process of its own, known by what it logs and answers. */
final class ServerInstance implements AutoCloseable {
    private static final Pattern LISTENS =
            Pattern.compile("the API listens on (https?://\\S+), health and metrics on (https?://[^\\s\"]+)");
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JavaProcess process;
    private final Path log;

    private ServerInstance(JavaProcess process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServerInstance start(Path config, Path log, Map<String, String> environment) throws IOException {
        return new ServerInstance(JavaProcess.start(log, environment, "server", config.toString()), log);
    }

    JavaProcess process() {
        return process;
    }

    String logged() throws IOException {
        return Files.readString(log).replace("\\/", "/"); // as JSON may have it
    }

    /** What it has logged once {@code words} are in it, or when time was over. */
    String awaitLog(String words) throws IOException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!logged().contains(words) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        assertThat(logged()).contains(words);
        return logged();
    }

    /** Where it listens: the API, or its admin pages. */
    URI at(boolean admin, String path) throws IOException {
        Matcher found = LISTENS.matcher(logged());
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!found.find()) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(logged())
                    .isTrue();
            LockSupport.parkNanos(LOOK.toNanos());
            found = LISTENS.matcher(logged());
        }
        return URI.create(found.group(admin ? 2 : 1) + path);
    }

    /** What it says of its health, status first; {@code 0} when it does not answer. */
    String health(boolean admin) throws IOException, InterruptedException {
        URI uri = admin ? at(true, "/healthcheck") : at(false, "/health");
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(uri).timeout(DEADLINE).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "0 " + e;
        }
    }

    /** The first health that is as wanted, or the last one there was when time was over. */
    String awaitHealth(Predicate<String> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        String health = health(false);
        while (!wanted.test(health) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
            health = health(false);
        }
        return health;
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
