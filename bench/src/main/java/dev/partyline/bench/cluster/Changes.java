package dev.partyline.bench.cluster;

import dev.partyline.api.http.auth.Scope;
import dev.partyline.bench.cluster.Caller.Answer;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Submits changes, again and at the next server where one does not answer: a change has an id, so twice is once. */
final class Changes implements AutoCloseable {
    private static final long WITHIN_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long BEFORE_ASKING_AGAIN_MILLIS = 500;
    private static final int CREATED = 201;
    private static final int REPEATED = 200;
    private static final int ACCEPTED = 202;

    private final ThreadLocal<Caller> callers;
    private final List<URI> servers;

    Changes(Cluster cluster, List<URI> servers) {
        this.callers = ThreadLocal.withInitial(() -> new Caller(cluster.token("upstream", Scope.INGEST)));
        this.servers = servers;
    }

    /** Hands a change over, {@code fields} of its JSON; returns when it is stored. */
    void submitted(int server, String fields) throws InterruptedException {
        submit(server, fields, 0);
    }

    /** The same; returns when it is effective. */
    void effective(int server, String fields) throws InterruptedException {
        submit(server, fields, 20_000);
    }

    @Override
    public void close() {
        callers.remove();
    }

    private void submit(int server, String fields, int wait) throws InterruptedException {
        String json = "{\"changeId\":\"%s\",%s}".formatted(UUID.randomUUID(), fields);
        long deadline = System.nanoTime() + WITHIN_NANOS;
        for (int turn = server; System.nanoTime() < deadline; turn++) {
            URI at = servers.get(turn % servers.size()).resolve(Size.PATH + "/changes?wait=" + wait);
            Answer answer = callers.get().post(at, json);
            int status = answer.status();
            if (status == CREATED || status == REPEATED || status == ACCEPTED && wait == 0) {
                return;
            }
            if (status / 100 == 4) {
                throw new IllegalStateException(status + ": " + answer.body());
            }
            TimeUnit.MILLISECONDS.sleep(BEFORE_ASKING_AGAIN_MILLIS);
        }
        throw new IllegalStateException("a change is not effective within five minutes: " + json);
    }
}
