package dev.partyline.api.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.util.Duration;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The section auth as people write it, right and wrong. */
class AuthConfigTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final ObjectMapper yaml = Jackson.newObjectMapper(new YAMLFactory());

    @Test
    void itIsReadFromYaml() throws IOException {
        AuthConfig config = yaml.readValue("""
                issuer: https://issuer.test/
                audience: partyline
                clockSkew: 5s
                keys:
                  jwksUrl: https://issuer.test/keys
                """, AuthConfig.class);
        assertThat(config.clockSkew()).isEqualTo(Duration.seconds(5));
        assertThat(config.keys()).isInstanceOf(TokenKeys.Published.class);
    }

    @Test
    void anEmptyKeyCountsAsNone() throws IOException {
        AuthConfig config = yaml.readValue(
                "{issuer: i, audience: a, keys: {jwksUrl: '', publicKey: ' ', hmacSecret: " + SECRET + "}}",
                AuthConfig.class);
        assertThat(config.keys()).isEqualTo(TokenKeys.shared(SECRET));
    }

    @Test
    void theClocksMayBeHalfAMinuteApartUnlessSaidOtherwise() {
        assertThat(AuthConfig.of("i", "a", TokenKeys.shared(SECRET), null).clockSkew())
                .isEqualTo(Duration.seconds(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{audience: a, keys: {hmacSecret: SECRET}}                             | auth.issuer",
                "{issuer: ' ', audience: a, keys: {hmacSecret: SECRET}}                | auth.issuer",
                "{issuer: i, keys: {hmacSecret: SECRET}}                               | auth.audience",
                "{issuer: i, audience: a}                                              | auth.keys is missing",
                "{issuer: i, audience: a, keys: {}}                                    | auth.keys must have one key",
                "{issuer: i, audience: a, keys: {hmacSecret: SECRET, jwksUrl: 'https://x'}} | auth.keys must have one key",
                "{issuer: i, audience: a, keys: {hmacSecret: short}}                   | auth.keys.hmacSecret has 5 bytes",
                "{issuer: i, audience: a, keys: {hmacSecret: SECRET}, clockSkew: 11m}  | auth.clockSkew",
                "{issuer: i, audience: a, keys: {hmacSecret: SECRET}, clockSkew: -1s}  | clockSkew",
                "{issuer: i, audience: a, keys: {publicKey: nonsense}}                 | auth.keys.publicKey is neither",
                "{issuer: i, audience: a, keys: {secret: SECRET}}                      | auth.keys.hmacSecret",
            })
    void whatIsWrongIsNamed(String section, String message) {
        assertThatThrownBy(() -> yaml.readValue(section.replace("SECRET", SECRET), AuthConfig.class))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://issuer.test/keys",
                "ftp://issuer.test/keys",
                "issuer.test/keys",
                "https:///keys",
                "",
                "https://a b",
                "file:///etc/keys",
                "http://localhost.issuer.test/"
            })
    void keysAreFetchedOnSafeLinesAlone(String address) {
        assertThatThrownBy(() -> TokenKeys.of(address, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auth.keys.jwksUrl");
    }

    @Test
    void aPrivateAShortOrAnUnfitKeyIsRefused() throws Exception {
        refused(TestKeys.rsa("r").toJSONString(), "private");
        refused(TestKeys.pem(TestKeys.rsa("r", 1024).toPublicKey()), "1024 bits");
        refused(new OctetSequenceKeyGenerator(256).generate().toJSONString(), "private");
        refused("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "neither an RSA nor an EC key");
        refused("-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----", "damaged");
        refused("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}", "OKP");
    }

    private static void refused(String key, String why) {
        assertThatThrownBy(() -> TokenKeys.of(null, key, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auth.keys.publicKey")
                .hasMessageContaining(why);
    }
}
