package dev.partyline.api.http.auth;

import java.time.Duration;

/**
 * Whose tokens are taken: the keys {@code auth.…} of the configuration.
 *
 * @param issuer what a token's {@code iss} must be
 * @param audience what must be among a token's {@code aud}
 * @param keys what its signature is checked with
 * @param clockSkew how far the clocks of issuer and server may be apart
 */
public record AuthConfig(String issuer, String audience, TokenKeys keys, Duration clockSkew) {
    static final Duration USUAL_SKEW = Duration.ofSeconds(30);

    private static final Duration MOST_SKEW = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException naming the key that is wrong */
    public AuthConfig {
        require(!issuer.isBlank(), "auth.issuer is empty: it must be the iss of the tokens");
        require(!audience.isBlank(), "auth.audience is empty: it must be among the aud of the tokens");
        require(
                !clockSkew.isNegative() && clockSkew.compareTo(MOST_SKEW) <= 0,
                "auth.clock-skew is " + clockSkew.toSeconds() + "s: it must be 0s to " + MOST_SKEW.toSeconds() + "s");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
