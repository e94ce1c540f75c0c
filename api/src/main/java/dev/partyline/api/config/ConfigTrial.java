package dev.partyline.api.config;

import dev.partyline.api.http.Tls;
import dev.partyline.api.http.auth.AuthConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;

/** Tries what a configuration names: the files, the directory, the keys, the serde. Changes nothing. */
final class ConfigTrial {
    private ConfigTrial() {}

    /** What does not work, by key. */
    static Map<String, String> faults(ServerConfig config) {
        Map<String, String> faults = new TreeMap<>();
        unusable(config.engine().stateDirectory()).ifPresent(fault -> faults.put(ConfigKeys.STATE_DIRECTORY, fault));
        config.http()
                .listeners()
                .tls()
                .flatMap(ConfigTrial::unopened)
                .ifPresent(fault -> faults.put(ConfigKeys.KEYSTORE, fault));
        checkAuth(config.auth(), faults);
        try {
            config.values().serdes();
        } catch (ConfigException e) {
            faults.put("registry", String.valueOf(e.getMessage())); // the serde and its registry know best
        }
        return faults;
    }

    /** Who uses the keys knows best what they must be. */
    private static void checkAuth(AuthSettings auth, Map<String, String> faults) {
        try {
            AuthConfig usable = auth.config();
            assert usable != null;
        } catch (IllegalArgumentException e) {
            faults.put("auth", String.valueOf(e.getMessage()));
        }
    }

    /** A directory that is missing will do where it can be made. */
    private static Optional<String> unusable(Path directory) {
        Path nearest = directory;
        while (nearest.getParent() != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            return Optional.of(nearest + " is no directory");
        }
        return Files.isWritable(nearest)
                ? Optional.empty()
                : Optional.of("this user cannot write to " + nearest + ": choose another, or give it to the user");
    }

    /** A keystore must open with its password and hold a key. */
    private static Optional<String> unopened(Tls tls) {
        try (InputStream in = Files.newInputStream(tls.keystore())) {
            KeyStore store = KeyStore.getInstance(tls.type());
            store.load(in, tls.password().toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return Optional.empty();
                }
            }
            return Optional.of(tls.keystore() + " holds no key: put certificate and key into it");
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of(
                    tls.keystore() + " does not open as " + tls.type() + " with the password given: " + e.getMessage());
        }
    }
}
