package dev.partyline.api.http;

import java.nio.file.Path;

/**
 * What a server proves with who it is.
 *
 * @param keystore file with certificate and key
 * @param type PKCS12 or JKS
 */
public record Tls(Path keystore, String password, String type) {
    /** Without the password. */
    @Override
    public String toString() {
        return keystore + " (" + type + ")";
    }
}
