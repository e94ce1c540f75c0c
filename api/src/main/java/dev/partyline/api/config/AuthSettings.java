package dev.partyline.api.config;

import dev.partyline.api.http.auth.AuthConfig;
import dev.partyline.api.http.auth.TokenKeys;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;

/**
 * Whose tokens are accepted.
 *
 * @param keys what their signatures are checked with
 * @param issuer the claim {@code iss}
 * @param audience the claim {@code aud}
 * @param clockSkew how far the issuer's clock may be off
 */
public record AuthSettings(Keys keys, String issuer, String audience, Duration clockSkew) {
    /**
     * One of the three.
     *
     * @param jwksUrl where the issuer publishes its keys
     * @param publicKey the issuer's only one: PEM, or a JWK
     * @param hmacSecret what is shared with the issuer
     */
    public record Keys(Optional<URI> jwksUrl, Optional<String> publicKey, Optional<Password> hmacSecret) {}

    static AuthSettings of(AbstractConfig values) {
        Keys keys = new Keys(
                Optional.ofNullable(values.getString(ConfigKeys.JWKS_URL)).map(URI::create),
                Optional.ofNullable(values.getString(ConfigKeys.PUBLIC_KEY)),
                Optional.ofNullable(values.getPassword(ConfigKeys.HMAC_SECRET)));
        return new AuthSettings(
                keys,
                values.getString(ConfigKeys.ISSUER),
                values.getString(ConfigKeys.AUDIENCE),
                Spans.parse(values.getString(ConfigKeys.CLOCK_SKEW)));
    }

    /**
     * As the API takes them.
     *
     * @throws IllegalArgumentException when a key cannot be used; the message names the key
     */
    public AuthConfig config() {
        TokenKeys tokenKeys = TokenKeys.of(
                keys.jwksUrl().map(URI::toString),
                keys.publicKey(),
                keys.hmacSecret().map(Password::value));
        return new AuthConfig(issuer, audience, tokenKeys, clockSkew);
    }
}
