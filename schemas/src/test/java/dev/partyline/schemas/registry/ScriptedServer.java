package dev.partyline.schemas.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An HTTP server that gives the answers it was told, one after the other, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {
    private static final Answer NOTHING_LEFT = new Answer(500, "the script is over");
    private static final Answer SILENCE = new Answer(0, "");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private ScriptedServer(HttpServer server) {
        this.server = server;
    }

    record Answer(int status, String body) {}

    record Asked(
            String method,
            String path,
            String body,
            @Nullable String authorization) {}

    static ScriptedServer start() {
        return start(0);
    }

    static ScriptedServer start(int port) {
        try {
            ScriptedServer scripted =
                    new ScriptedServer(HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0));
            scripted.server.setExecutor(scripted.threads);
            scripted.server.createContext("/", scripted::handle);
            scripted.server.start();
            return scripted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScriptedServer then(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    /** Next, a question is left without an answer for as long as the server runs. */
    ScriptedServer thenSilence() {
        answers.add(SILENCE);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    body,
                    exchange.getRequestHeaders().getFirst("Authorization")));
            Answer next = answers.poll();
            Answer answer = next == null ? NOTHING_LEFT : next;
            if (answer == SILENCE) {
                awaitClosed();
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
