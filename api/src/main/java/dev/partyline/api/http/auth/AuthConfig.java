package dev.partyline.api.http.auth;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are taken: the section {@code auth} of the configuration.
 *
 * @param issuer what a token's {@code iss} must be
 * @param audience what must be among a token's {@code aud}
 * @param keys what its signature is checked with
 * @param clockSkew how far the clocks of issuer and server may be apart
 */
public record AuthConfig(String issuer, String audience, TokenKeys keys, Duration clockSkew) {
    private static final Duration USUAL_SKEW = Duration.seconds(30);
    private static final Duration MOST_SKEW = Duration.minutes(10);

    public AuthConfig {
        require(!issuer.isBlank(), "auth.issuer is empty: it must be the iss of the tokens");
        require(!audience.isBlank(), "auth.audience is empty: it must be among the aud of the tokens");
        require(
                clockSkew.toMilliseconds() >= 0 && clockSkew.toMilliseconds() <= MOST_SKEW.toMilliseconds(),
                "auth.clockSkew is " + clockSkew + ": it must be 0s to " + MOST_SKEW);
    }

    /**
     * As the configuration has it.
     *
     * @throws IllegalArgumentException naming the key that is missing or wrong
     */
    @JsonCreator
    public static AuthConfig of(
            @JsonProperty("issuer") @Nullable String issuer,
            @JsonProperty("audience") @Nullable String audience,
            @JsonProperty("keys") @Nullable TokenKeys keys,
            @JsonProperty("clockSkew") @Nullable Duration clockSkew) {
        if (keys == null) {
            throw new IllegalArgumentException("auth.keys is missing: " + TokenKeys.CHOICE);
        }
        return new AuthConfig(
                issuer == null ? "" : issuer,
                audience == null ? "" : audience,
                keys,
                clockSkew == null ? USUAL_SKEW : clockSkew);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
