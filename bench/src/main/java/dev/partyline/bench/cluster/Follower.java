package dev.partyline.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a user's stream on a thread of its own; connects again from the last id, to the next server, when it ends, and
 * starts over with a page when there is no going on.
 */
final class Follower implements AutoCloseable {
    private static final int PAUSE_MILLIS = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI[] servers;
    private final String path;
    private final String token;
    private final BiConsumer<String, JsonNode> event;
    private final Caller caller;
    private final Thread thread;

    private volatile boolean over;
    private volatile boolean connected;
    private volatile @Nullable InputStream body;
    private volatile Instant heardAt = Instant.EPOCH;
    private volatile String lastTry = "nothing";
    private String lastId;

    /** @param event gets each event's name and data; what a page shows counts as so many records */
    Follower(URI[] servers, String path, String token, BiConsumer<String, JsonNode> event) {
        this.servers = servers.clone();
        this.path = path;
        this.token = token;
        this.lastId = "";
        this.caller = new Caller(token);
        this.event = event;
        this.thread = new Thread(this::follow, "follower");
        thread.setDaemon(true);
        thread.start();
    }

    boolean connected() {
        return connected;
    }

    /** What it is at, for whoever wonders why nothing comes. */
    @Override
    public String toString() {
        return (thread.isAlive() ? "" : "dead, ") + (connected ? "connected" : "not connected") + ", last line at "
                + heardAt + ", last asked " + lastTry;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        over = true;
        thread.interrupt();
        InputStream reading = body;
        if (reading != null) {
            reading.close(); // an interruption does not end a read
        }
        thread.join();
    }

    private void follow() {
        for (int turn = 0; !over; turn++) {
            URI server = servers[turn % servers.length];
            try {
                if (lastId.isEmpty()) {
                    startOver(server);
                }
                if (!lastId.isEmpty()) {
                    connect(server);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (IOException e) {
                connected = false; // the next server, from the last id
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void startOver(URI server) throws InterruptedException {
        asks(server, "for a page");
        Caller.Answer page = caller.get(server.resolve(path + "?limit=500"));
        answered(page.status());
        if (page.ok()) {
            page.body().path("records").forEach(each -> event.accept("record", each));
            lastId = page.body().path("resume").asText();
        }
    }

    private void asks(URI server, String what) {
        lastTry = what + ' ' + server + " at " + Instant.now();
    }

    private void answered(int status) {
        lastTry = lastTry + ", status " + status;
    }

    private void connect(URI server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path + "/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Last-Event-ID", lastId)
                .build();
        asks(server, "for the stream");
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        body = response.body();
        answered(response.statusCode());
        connected = response.statusCode() == 200;
        if (response.statusCode() == 410) {
            lastId = "";
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            read(lines);
        }
        connected = false;
    }

    /** Events up to the end. An id counts when its event is whole: a server may be killed in the middle of one. */
    private void read(BufferedReader lines) throws IOException {
        String name = "message";
        String id = lastId;
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); connected && !over && line != null; line = lines.readLine()) {
            heardAt = Instant.now();
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.isEmpty()) {
                if (data.length() > 0) {
                    event.accept(name, mapper.readTree(data.toString()));
                }
                lastId = id;
                if (name.equals("reset")) {
                    lastId = "";
                    return;
                }
                name = "message";
                data.setLength(0);
            }
        }
    }
}
