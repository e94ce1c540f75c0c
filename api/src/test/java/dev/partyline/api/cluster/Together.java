package dev.partyline.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.JsonClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Two instances of one installation in this JVM, over one broker, each with a part of the partitions. */
final class Together implements AutoCloseable {
    static final String WORKSPACE = "acme";

    private static final String BASE = "/v1/workspaces/" + WORKSPACE + "/";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Installation installation;
    private final Node first;
    private final Node second;

    private Together(Installation installation, int standbys) {
        this.installation = installation;
        this.first = Node.start(installation, "first", standbys);
        this.second = Node.start(installation, "second", standbys);
    }

    /** Starts both and returns when both work. */
    static Together in(Path directory, int standbys) {
        Together together = new Together(Installation.in(directory), standbys);
        await(() -> together.first.works() && together.second.works());
        return together;
    }

    Installation installation() {
        return installation;
    }

    Node first() {
        return first;
    }

    Node second() {
        return second;
    }

    List<Node> both() {
        return List.of(first, second);
    }

    /** Submits a change and waits until it is effective. */
    Answer change(Node at, String json) {
        return at.post(BASE + "changes?wait=30000", json);
    }

    /** Hands a change over, and does not wait. */
    Answer send(Node at, String json) {
        return at.post(BASE + "changes?wait=0", json);
    }

    Answer records(Node at, String json) {
        return at.post(BASE + "records", json);
    }

    /** The path of something in the workspace. */
    static String path(String below) {
        return BASE + below;
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for %s", DEADLINE).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    @Override
    public void close() {
        second.close();
        first.close();
        installation.close();
    }
}
