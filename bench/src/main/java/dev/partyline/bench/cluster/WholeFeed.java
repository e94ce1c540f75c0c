package dev.partyline.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.bench.cluster.Caller.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A user's feed, all pages of it. */
final class WholeFeed {
    private static final int PAUSE_MILLIS = 200;

    private static final long SETTLED_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Caller caller;
    private final URI server;
    private final int user;

    WholeFeed(Caller caller, URI server, int user) {
        this.caller = caller;
        this.server = server;
        this.user = user;
    }

    /** The records, as {@code number recordId}, once no line of the user is being worked on. */
    List<String> settled() throws InterruptedException {
        List<String> rows = new ArrayList<>();
        String cursor = "";
        long deadline = System.nanoTime() + SETTLED_WITHIN_NANOS;
        do {
            Answer page = caller.get(server.resolve(Size.feed(user) + "?limit=500" + cursor));
            if (!page.ok() || underWay(page.body())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the feed of " + Size.user(user) + " at " + server
                            + " does not come to rest: " + page.status() + " "
                            + page.body().path("lines")
                            + page.body().path("detail") + "; walks "
                            + caller.get(server.resolve("/v1/ops/walks")).body());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                rows.clear();
                cursor = "";
                continue;
            }
            for (JsonNode entry : page.body().path("records")) {
                JsonNode telephonyRecord = entry.path("record");
                rows.add(telephonyRecord.path("number").asText() + " "
                        + telephonyRecord.path("recordId").asText());
            }
            JsonNode next = page.body().path("next");
            cursor = next.isTextual() ? "&cursor=" + next.textValue() : null;
        } while (cursor != null);
        return rows;
    }

    private static boolean underWay(JsonNode page) {
        for (JsonNode line : page.path("lines")) {
            if (!line.path("state").asText().equals("LIVE")) {
                return true;
            }
        }
        return false;
    }
}
