package dev.partyline.api.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose tokens are taken, said rightly and wrongly. */
class AuthConfigTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void anEmptyKeyCountsAsNone() {
        assertThat(TokenKeys.of(Optional.of(""), Optional.of(" "), Optional.of(SECRET)))
                .isEqualTo(TokenKeys.shared(SECRET));
    }

    @Test
    void oneKeyThereMustBeAndNoMore() {
        assertThatThrownBy(() -> TokenKeys.of(Optional.empty(), Optional.empty(), Optional.empty()))
                .hasMessageContaining("one of auth.jwks-url, auth.public-key and auth.hmac-secret");
        assertThatThrownBy(() -> TokenKeys.of(Optional.of("https://x"), Optional.empty(), Optional.of(SECRET)))
                .hasMessageContaining("auth must have one key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' ' | a | 30  | auth.issuer",
                "i   | ''| 30  | auth.audience",
                "i   | a | 601 | auth.clock-skew is 601s: it must be 0s to 600s",
                "i   | a | -1  | auth.clock-skew is -1s",
            })
    void whatIsWrongIsNamed(String issuer, String audience, long skewSeconds, String message) {
        Duration skew = Duration.ofSeconds(skewSeconds);
        assertThatThrownBy(() -> new AuthConfig(issuer, audience, TokenKeys.shared(SECRET), skew))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> TokenKeys.shared("short")).hasMessageContaining("auth.hmac-secret has 5 bytes");
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
        assertThatThrownBy(() -> TokenKeys.of(Optional.of(address), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auth.jwks-url");
    }

    @Test
    void aPrivateAShortOrAnUnfitKeyIsRefused() throws Exception {
        refused(TestKeys.rsa("r").toJSONString(), "private");
        refused(TestKeys.pem(TestKeys.rsa("r", 1024).toPublicKey()), "1024 bits");
        refused(new OctetSequenceKeyGenerator(256).generate().toJSONString(), "private");
        refused("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "neither an RSA nor an EC key");
        refused("-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----", "damaged");
        refused("nonsense", "neither PEM");
        refused("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}", "OKP");
    }

    private static void refused(String key, String why) {
        assertThatThrownBy(() -> TokenKeys.of(Optional.empty(), Optional.of(key), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auth.public-key")
                .hasMessageContaining(why);
    }
}
