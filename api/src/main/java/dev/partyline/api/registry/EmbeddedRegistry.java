package dev.partyline.api.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in the process, for embedded mode: Confluent's protocol for Avro, on loopback. What it has answered
 * for is on the disk, so ids survive a restart and a crash. Not for a cluster: it has no copies and no authentication.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final String HOST = "127.0.0.1";
    private static final int MAX_BODY = 4 << 20;
    private static final int THREADS = 4;

    private final RegistryStore store;
    private final RegistryRoutes routes;
    private final Answers answers = new Answers();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, EmbeddedRegistry::daemon);

    private EmbeddedRegistry(RegistryStore store, HttpServer server) {
        this.store = store;
        this.routes = new RegistryRoutes(store);
        this.server = server;
    }

    /**
     * Starts one on what {@code directory} holds; answers when this returns.
     *
     * @param directory where its file lies; created when missing, used by one process at a time
     * @param port 0: a free one, see {@link #uri}
     * @throws UncheckedIOException when the directory or the port cannot be used; the message says which
     */
    public static EmbeddedRegistry start(Path directory, int port) {
        return start(directory, HOST, port);
    }

    /** The same on another address of this machine: for tests whose clients have networks of their own. */
    static EmbeddedRegistry start(Path directory, String host, int port) {
        try {
            RegistryStore store = RegistryStore.open(directory);
            EmbeddedRegistry registry = new EmbeddedRegistry(store, bind(store, host, port));
            registry.serve();
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry cannot start: " + e.getMessage(), e);
        }
    }

    private static HttpServer bind(RegistryStore store, String host, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            store.close();
            throw new IOException("port " + port + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The base URL: {@code schema.registry.url} of its clients. */
    public URI uri() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    /** Stops serving; what was answered for is on the disk already. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
            RegistryRequest request = RegistryRequest.of(
                    exchange.getRequestMethod(), exchange.getRequestURI(), new String(body, StandardCharsets.UTF_8));
            answer(exchange, request);
        }
    }

    private void answer(HttpExchange exchange, RegistryRequest request) throws IOException {
        try {
            send(exchange, 200, routes.answer(request).toString());
        } catch (Refusal e) {
            send(exchange, e.status(), answers.error(e.code(), e.text()).toString());
        } catch (IOException | RuntimeException e) {
            LOG.error("the schema registry failed on {} /{}", request.method(), String.join("/", request.path()), e);
            send(
                    exchange,
                    500,
                    answers.error(50001, "The registry failed: " + e).toString());
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "embedded-registry");
        thread.setDaemon(true);
        return thread;
    }
}
