package dev.partyline.api.config;

import static dev.partyline.api.config.ConfigKeys.ADVERTISED;
import static dev.partyline.api.config.ConfigKeys.HMAC_SECRET;
import static dev.partyline.api.config.ConfigKeys.JWKS_URL;
import static dev.partyline.api.config.ConfigKeys.KAFKA_PROPERTIES;
import static dev.partyline.api.config.ConfigKeys.KEYSTORE;
import static dev.partyline.api.config.ConfigKeys.KEYSTORE_PASSWORD;
import static dev.partyline.api.config.ConfigKeys.PUBLIC_KEY;
import static dev.partyline.api.config.ConfigKeys.SECRET;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which settings need each other, exclude each other, or have another place. Sees which there are, not what they say. */
final class ConfigRules {
    private static final String CLIENT = "^((main|restore|global)\\.)?(consumer|producer|admin)\\.";

    /** Kafka's settings that have a key of their own here, or that the engine's promises stand on. */
    private static final Map<String, String> RESERVED = Map.of(
            "bootstrap.servers", "set kafka.bootstrap-servers instead",
            "application.id", "set engine.application-id instead",
            "application.server", "set http.advertised instead",
            "group.instance.id", "set engine.group-instance-id instead",
            "num.standby.replicas", "set engine.standbys instead",
            "num.stream.threads", "set engine.threads instead",
            "state.dir", "set engine.state-directory instead",
            "processing.guarantee", "it is exactly-once, which nothing may change: remove it",
            "isolation.level", "only committed rows may be read: remove it");

    private static final List<String> TOKEN_KEYS = List.of(JWKS_URL, PUBLIC_KEY, HMAC_SECRET);

    private ConfigRules() {}

    /** What is wrong, by key, where {@code present} are the keys that have a value. */
    static Map<String, String> faults(Set<String> present) {
        Map<String, String> faults = new TreeMap<>();
        checkKafka(present, faults);
        if (TOKEN_KEYS.stream().filter(present::contains).count() != 1) {
            faults.put(
                    JWKS_URL,
                    "give one of " + String.join(", ", TOKEN_KEYS) + ": no request is served without a token");
        }
        if (present.contains(KEYSTORE) && !present.contains(KEYSTORE_PASSWORD)) {
            faults.put(KEYSTORE_PASSWORD, "is missing: " + KEYSTORE + " needs it");
        }
        if (present.contains(KEYSTORE_PASSWORD) && !present.contains(KEYSTORE)) {
            faults.put(KEYSTORE, "is missing: without it nothing is encrypted");
        }
        if (present.contains(ADVERTISED) && !present.contains(SECRET)) {
            faults.put(
                    SECRET, "is missing: instances that reach each other (" + ADVERTISED + ") know each other by it");
        }
        return faults;
    }

    private static void checkKafka(Set<String> present, Map<String, String> faults) {
        for (String key : present) {
            if (key.startsWith(KAFKA_PROPERTIES)) {
                String mend =
                        RESERVED.get(key.substring(KAFKA_PROPERTIES.length()).replaceFirst(CLIENT, ""));
                if (mend != null) {
                    faults.put(key, mend);
                }
            }
        }
    }
}
