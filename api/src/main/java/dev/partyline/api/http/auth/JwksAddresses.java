package dev.partyline.api.http.auth;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an issuer publishes its keys: not over lines on which somebody could put in keys of their own. */
final class JwksAddresses {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private JwksAddresses() {}

    /** @throws IllegalArgumentException when {@code text} is no address, or one that is not safe */
    static URL parse(String text) {
        try {
            URI address = URI.create(text);
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost()));
            if (safe && address.getHost() != null) {
                return address.toURL();
            }
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw refused(text, e);
        }
        throw refused(text, null);
    }

    private static IllegalArgumentException refused(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "auth.jwks-url is '" + text + "': it must be an https address (http on this machine alone)", cause);
    }
}
