package dev.partyline.api.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dev.partyline.api.http.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that an issuer publishes, over HTTP. */
class PublishedKeysTest {
    private static final RSAKey OLD = TestKeys.rsa("old");
    private static final RSAKey NEW = TestKeys.rsa("new");

    private final AtomicInteger fetched = new AtomicInteger();
    private final HttpServer issuer = server();
    private volatile JWKSet published = new JWKSet(OLD);
    private volatile boolean broken;

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        issuer.createContext("/", exchange -> {
            fetched.incrementAndGet();
            byte[] keys = published.toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(broken ? 500 : 200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void theyAreFetchedOnceForManyTokens() throws Exception {
        TokenVerifier verifier = verifier();
        for (int i = 0; i < 20; i++) {
            assertThat(verifier.verify(token(OLD)).subject()).isEqualTo("ana");
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void aNewKeyIsTakenWithoutARestart() throws Exception {
        TokenVerifier verifier = verifier();
        verifier.verify(token(OLD));
        published = new JWKSet(NEW);
        assertThat(verifier.verify(token(NEW)).subject()).isEqualTo("ana");
        isRefused(verifier, OLD);
    }

    /** Whoever sends tokens with invented keys makes nobody ask the issuer for each. */
    @Test
    void inventedKeysDoNotReachTheIssuer() throws Exception {
        TokenVerifier verifier = verifier();
        verifier.verify(token(OLD));
        for (int i = 0; i < 20; i++) {
            RSAKey invented = new RSAKey.Builder(NEW).keyID("invented-" + i).build();
            isRefused(verifier, invented);
        }
        assertThat(fetched.get()).isLessThan(5);
        assertThat(verifier.verify(token(OLD)).subject()).isEqualTo("ana");
    }

    @Test
    void whileTheyCannotBeHadNobodyIsTakenAndNobodyIsToBlame() {
        broken = true;
        TokenVerifier verifier = verifier();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> verifier.verify(token(OLD)))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(503));
    }

    /** As invalid, or, when the issuer was asked too often to be asked about it, as one that nobody can tell of now. */
    private static void isRefused(TokenVerifier verifier, RSAKey key) {
        assertThatThrownBy(() -> verifier.verify(token(key)))
                .isInstanceOfAny(InvalidTokenException.class, ProblemException.class);
    }

    private TokenVerifier verifier() {
        String address = "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys";
        return new TokenVerifier(new AuthConfig(
                TestTokens.ISSUER,
                TestTokens.AUDIENCE,
                TokenKeys.of(Optional.of(address), Optional.empty(), Optional.empty()),
                AuthConfig.USUAL_SKEW));
    }

    private static String token(RSAKey key) throws JOSEException {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        return TestTokens.sign(header, new RSASSASigner(key), TestTokens.good().build());
    }
}
