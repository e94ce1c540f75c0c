package dev.partyline.api.http.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What signatures are checked with: keys that the issuer publishes and changes, or one that never changes. */
public sealed interface TokenKeys {
    /** Finds the key of a token; one whose algorithm is not one of the key's own has none. */
    JWSKeySelector<SecurityContext> selector();

    /**
     * As the configuration has them: one of three; one that is blank counts as none.
     *
     * @throws IllegalArgumentException naming the key that is missing or wrong
     */
    static TokenKeys of(Optional<String> jwksUrl, Optional<String> publicKey, Optional<String> hmacSecret) {
        List<TokenKeys> keys = Stream.of(
                        given(jwksUrl).<TokenKeys>map(text -> new Published(JwksAddresses.parse(text))),
                        given(publicKey).<TokenKeys>map(text -> new Fixed(PublicKeys.parse(text))),
                        given(hmacSecret).map(TokenKeys::shared))
                .flatMap(Optional::stream)
                .toList();
        if (keys.size() != 1) {
            throw new IllegalArgumentException("auth must have one key to check signatures with: set one of "
                    + "auth.jwks-url, auth.public-key and auth.hmac-secret");
        }
        return keys.get(0);
    }

    /** A secret that issuer and server share, as text. */
    static TokenKeys shared(String text) {
        byte[] secret = text.getBytes(StandardCharsets.UTF_8);
        if (secret.length < TokenMint.LEAST_BYTES) {
            throw new IllegalArgumentException("auth.hmac-secret has " + secret.length + " bytes: it must have "
                    + TokenMint.LEAST_BYTES + " at least, chosen at random");
        }
        return new Fixed(new OctetSequenceKey.Builder(secret).build());
    }

    /**
     * Keys that the issuer publishes: kept for five minutes, for an hour while it does not answer; fetched again for a token
     * whose key is not among them, but not more often than twice in 30 seconds, whatever tokens come.
     */
    record Published(URL address) implements TokenKeys {
        private static final int PATIENCE_MILLIS = 2_000;
        private static final int LONGEST_BYTES = 256 * 1024;
        private static final long OUTAGE_MILLIS = 3_600_000;

        @Override
        public JWSKeySelector<SecurityContext> selector() {
            Set<JWSAlgorithm> asymmetric = new HashSet<>(JWSAlgorithm.Family.RSA);
            asymmetric.addAll(JWSAlgorithm.Family.EC);
            DefaultResourceRetriever http =
                    new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LONGEST_BYTES);
            return new JWSVerificationKeySelector<>(
                    asymmetric,
                    JWKSourceBuilder.create(address, http)
                            .refreshAheadCache(false) // it would have a thread of its own, which nobody ends
                            .retrying(true)
                            .outageTolerant(OUTAGE_MILLIS)
                            .build());
        }
    }

    /** One key, part of the configuration. */
    record Fixed(JWK key) implements TokenKeys {
        @Override
        public JWSKeySelector<SecurityContext> selector() {
            return new JWSVerificationKeySelector<>(
                    algorithms(key.getKeyType()), new ImmutableJWKSet<>(new JWKSet(key)));
        }

        private static Set<JWSAlgorithm> algorithms(KeyType type) {
            if (type.equals(KeyType.OCT)) {
                return JWSAlgorithm.Family.HMAC_SHA;
            }
            return type.equals(KeyType.RSA) ? JWSAlgorithm.Family.RSA : JWSAlgorithm.Family.EC;
        }
    }

    /** A variable of the environment that is not set leaves a key of the configuration empty. */
    private static Optional<String> given(Optional<String> text) {
        return text.filter(each -> !each.isBlank());
    }
}
