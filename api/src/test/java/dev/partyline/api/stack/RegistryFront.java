package dev.partyline.api.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands before a registry: it lets requests through, or is in one kind of trouble. */
final class RegistryFront implements AutoCloseable {
    /** What becomes of requests. */
    enum Mood {
        THROUGH,
        /** No answer comes. */
        SILENT,
        /** 503, as from a proxy that finds nobody behind it. */
        BUSY,
        /** 404 with a page, whatever is asked: a proxy that has lost its way. */
        LOST,
        /** 404 with a page for schemas alone. */
        HALF_LOST,
        /** 401: credentials have run out. */
        UNAUTHORIZED,
        /** Nobody listens. */
        ABSENT
    }

    private final URI registry;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger refused = new AtomicInteger();

    private HttpServer server;
    private volatile Mood mood = Mood.THROUGH;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    private RegistryFront(URI registry) throws IOException {
        this.registry = registry;
        this.server = listen(0);
    }

    static RegistryFront of(URI registry) throws IOException {
        return new RegistryFront(registry);
    }

    /** The same whatever happens. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void become(Mood next) throws IOException {
        int port = server.getAddress().getPort();
        silence.countDown();
        silence = new CountDownLatch(1);
        if (next == Mood.ABSENT) {
            server.stop(0);
        } else if (mood == Mood.ABSENT) {
            server = listen(port);
        }
        refused.set(0);
        mood = next;
    }

    /** How many requests have met trouble since it began; of an absent one nobody can tell. */
    int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpServer listen(int port) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        listening.setExecutor(threads);
        listening.createContext("/", this::handle);
        listening.start();
        return listening;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Mood now = mood;
        CountDownLatch untilItChanges = silence;
        boolean lets = now == Mood.THROUGH
                || now == Mood.HALF_LOST && !exchange.getRequestURI().getPath().startsWith("/schemas/");
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (lets) {
                through(exchange, body);
                return;
            }
            refused.incrementAndGet();
            switch (now) {
                case SILENT -> untilItChanges.await();
                case BUSY -> answer(exchange, 503, "upstream connect error");
                case UNAUTHORIZED -> answer(exchange, 401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
                default -> answer(exchange, 404, "<html>404 page not found</html>");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void through(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        registry.resolve(exchange.getRequestURI().toString()))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        answer(exchange, response.statusCode(), response.body());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
