package dev.partyline.api.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the API and its admin pages listen.
 *
 * @param admin metrics and health checks; asks nobody who they are
 * @param tls for both; empty: plain HTTP
 * @param grace how long requests under way may take to end when the server stops
 */
public record Listeners(Listener api, Listener admin, Optional<Tls> tls, Duration grace) {
    private static final Duration SHORT_GRACE = Duration.ofSeconds(2);

    /** On this machine alone, unencrypted. */
    public static Listeners onLoopback(int port, int adminPort) {
        return new Listeners(Listener.onLoopback(port), Listener.onLoopback(adminPort), Optional.empty(), SHORT_GRACE);
    }
}
