package dev.partyline.api.http;

import java.time.Duration;

/**
 * How much one request may ask for.
 *
 * @param bodyBytes longest body
 * @param batch most changes or records in one request
 * @param defaultWait how long {@code POST changes} waits for the decision when the caller does not say
 * @param maxWait the longest that a caller may ask it to wait
 */
public record Limits(int bodyBytes, int batch, Duration defaultWait, Duration maxWait) {
    public static final Limits DEFAULT = new Limits(1 << 20, 1000, Duration.ofSeconds(5), Duration.ofSeconds(30));
}
