package dev.partyline.api.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken, and what is not, by each kind of key. */
class TokenVerifierTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final RSAKey RSA = TestKeys.rsa("r1");
    private static final ECKey EC = TestKeys.ec("e1");

    private final TokenVerifier shared = verifier(TokenKeys.shared(SECRET));
    private final TokenVerifier rsa = verifier(fixed(publicPem()));

    @Test
    void aGoodTokenSaysWhoAsks() throws Exception {
        JWTClaimsSet claims =
                TestTokens.good().claim("scope", "email ops inbox").build();
        Caller caller = shared.verify(hmac(claims));
        assertThat(caller)
                .isEqualTo(new Caller(
                        "acme",
                        "ana",
                        Set.of(Scope.OPS, Scope.INBOX),
                        claims.getExpirationTime().toInstant()));
        assertThat(shared.verify(hmac(TestTokens.good().claim("scope", null).build()))
                        .scopes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void everyAlgorithmOfAnRsaKeyIsTaken(String algorithm) throws Exception {
        assertThat(rsa.verify(rsa(
                                JWSAlgorithm.parse(algorithm), TestTokens.good().build()))
                        .subject())
                .isEqualTo("ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void everyAlgorithmOfASecretIsTaken(String algorithm) throws Exception {
        JWSHeader header = new JWSHeader(JWSAlgorithm.parse(algorithm));
        assertThat(shared.verify(TestTokens.sign(
                                header, new MACSigner(SECRET), TestTokens.good().build()))
                        .subject())
                .isEqualTo("ana");
    }

    @Test
    void aKeyMayBeAJwkAndOnACurve() throws Exception {
        TokenVerifier verifier = verifier(fixed(EC.toPublicJWK().toJSONString()));
        TokenVerifier ofPem = verifier(fixed(TestKeys.pem(EC.toPublicKey())));
        String token = ec(TestTokens.good().build());
        assertThat(verifier.verify(token).subject()).isEqualTo("ana");
        assertThat(ofPem.verify(token).subject()).isEqualTo("ana");
    }

    @Test
    void accessTokensMaySayThatTheyAreSome() throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        assertThat(shared.verify(TestTokens.sign(
                                header, new MACSigner(SECRET), TestTokens.good().build()))
                        .subject())
                .isEqualTo("ana");
    }

    static Stream<Arguments> wrongClaims() {
        Duration minute = Duration.ofMinutes(1);
        return Stream.of(
                Arguments.of("expired", TestTokens.good().expirationTime(TestTokens.from(minute.negated()))),
                Arguments.of("never", TestTokens.good().expirationTime(null)),
                Arguments.of("not for this API", TestTokens.good().notBeforeTime(TestTokens.from(minute))),
                Arguments.of("iss", TestTokens.good().issuer("https://issuer.test")),
                Arguments.of("iss", TestTokens.good().issuer(null)),
                Arguments.of("aud", TestTokens.good().audience("another")),
                Arguments.of("aud", TestTokens.good().audience((String) null)),
                Arguments.of("sub", TestTokens.good().subject(null)),
                Arguments.of("sub", TestTokens.good().subject("ana|ben")),
                Arguments.of("workspace", TestTokens.good().claim("workspace", null)),
                Arguments.of("workspace", TestTokens.good().claim("workspace", "a/b")),
                Arguments.of("no token", TestTokens.good().claim("workspace", List.of("acme", "other"))),
                Arguments.of("no token", TestTokens.good().claim("scope", List.of("ops"))));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void aTokenForAnotherPurposeIsRefused(String what, JWTClaimsSet.Builder claims) {
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> shared.verify(hmac(claims.build())))
                .withMessageContaining(what.equals("never") ? "exp" : what);
    }

    @Test
    void theClocksMayBeApartAsFarAsConfigured() throws Exception {
        Date justNow = TestTokens.from(Duration.ofSeconds(-20));
        Date soon = TestTokens.from(Duration.ofSeconds(20));
        JWTClaimsSet claims =
                TestTokens.good().expirationTime(justNow).notBeforeTime(justNow).build();
        assertThat(shared.verify(hmac(claims)).subject()).isEqualTo("ana");
        TokenVerifier strict = new TokenVerifier(
                new AuthConfig(TestTokens.ISSUER, TestTokens.AUDIENCE, TokenKeys.shared(SECRET), Duration.ZERO));
        isRefused(strict, hmac(claims));
        isRefused(strict, hmac(TestTokens.good().notBeforeTime(soon).build()));
    }

    @Test
    void anUnsignedTokenIsNone() {
        String plain = new PlainJWT(TestTokens.good().build()).serialize();
        isRefused(shared, plain);
        isRefused(rsa, plain);
        String none = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + encode(TestTokens.good().build().toString()) + ".";
        isRefused(shared, none);
        isRefused(rsa, none.replace("none", "nOnE") + "AAAA");
    }

    /** The public key is known to everyone, so also to whoever signs with it as if it were a secret. */
    @Test
    void thePublicKeyIsNoSecret() throws Exception {
        for (byte[] known :
                List.of(RSA.toPublicKey().getEncoded(), publicPem().getBytes(StandardCharsets.UTF_8), modulus())) {
            isRefused(
                    rsa,
                    TestTokens.sign(
                            new JWSHeader(JWSAlgorithm.HS256),
                            new MACSigner(known),
                            TestTokens.good().build()));
        }
    }

    @Test
    void anotherKeysSignatureIsRefusedWhateverTheAlgorithm() throws Exception {
        JWTClaimsSet claims = TestTokens.good().build();
        isRefused(rsa, TestTokens.sign(header(JWSAlgorithm.RS256), new RSASSASigner(TestKeys.rsa("r1")), claims));
        isRefused(rsa, ec(claims));
        isRefused(rsa, hmac(claims));
        isRefused(shared, rsa(JWSAlgorithm.RS256, claims));
        String other = SECRET.replace('0', 'x');
        isRefused(shared, TestTokens.sign(header(JWSAlgorithm.HS256), new MACSigner(other), claims));
    }

    @Test
    void anAlteredTokenIsRefused() {
        String[] parts = hmac(TestTokens.good().build()).split("\\.");
        String[] ops = hmac(TestTokens.good().claim("scope", "ops").build()).split("\\.");
        isRefused(shared, parts[0] + "." + ops[1] + "." + parts[2]);
        isRefused(shared, parts[0] + "." + parts[1] + ".");
        isRefused(shared, parts[0] + "." + parts[1]);
        isRefused(shared, String.join(".", parts) + ".");
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        isRefused(shared, parts[0] + "." + parts[1] + "." + encode(Arrays.copyOf(signature, signature.length - 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a", "a.b.c", "....", "e30.e30.e30", "e30.e30.", "bnVsbA.bnVsbA.bnVsbA", "\u0000"
            })
    void garbageIsRefused(String token) {
        isRefused(shared, token);
        isRefused(rsa, token);
        isRefused(shared, encode("{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}") + "." + token + ".AAAA");
        isRefused(shared, encode("{\"alg\":\"HS256\"}") + "." + encode("[".repeat(3_000)) + ".AAAA");
    }

    private static void isRefused(TokenVerifier verifier, String token) {
        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(token));
    }

    private static TokenKeys fixed(String publicKey) {
        return TokenKeys.of(Optional.empty(), Optional.of(publicKey), Optional.empty());
    }

    private static TokenVerifier verifier(TokenKeys keys) {
        return new TokenVerifier(new AuthConfig(TestTokens.ISSUER, TestTokens.AUDIENCE, keys, AuthConfig.USUAL_SKEW));
    }

    private static JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID("r1").build();
    }

    private static String hmac(JWTClaimsSet claims) {
        try {
            return TestTokens.sign(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(SECRET), claims);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String rsa(JWSAlgorithm algorithm, JWTClaimsSet claims) throws JOSEException {
        return TestTokens.sign(new JWSHeader(algorithm), new RSASSASigner(RSA), claims);
    }

    private static String ec(JWTClaimsSet claims) throws JOSEException {
        return TestTokens.sign(new JWSHeader(JWSAlgorithm.ES256), new ECDSASigner(EC), claims);
    }

    private static String publicPem() {
        try {
            return TestKeys.pem(RSA.toPublicKey());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] modulus() {
        return RSA.getModulus().decode();
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
