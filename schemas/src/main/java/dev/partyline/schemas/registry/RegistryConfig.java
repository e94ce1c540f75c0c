package dev.partyline.schemas.registry;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** How the registry is reached, under the names that Confluent's own serdes read, and one of our own. */
public final class RegistryConfig extends AbstractConfig {
    /** Base URLs, comma-separated, tried in turn; or {@code mock://scope}, a registry within the JVM. */
    public static final String URL = "schema.registry.url";

    /**
     * Where basic credentials come from: {@code USER_INFO}, that is {@link #BASIC_USER_INFO}; or {@code URL}, that is {@code
     * user:password@} in each URL, which is looked at without saying so, too.
     */
    public static final String BASIC_SOURCE = "basic.auth.credentials.source";

    /** {@code user:password}. */
    public static final String BASIC_USER_INFO = "basic.auth.user.info";

    /** Where the bearer token comes from: {@code STATIC_TOKEN}, that is {@link #BEARER_TOKEN}. */
    public static final String BEARER_SOURCE = "bearer.auth.credentials.source";

    /** The bearer token. */
    public static final String BEARER_TOKEN = "bearer.auth.token";

    /** Milliseconds to wait for a connection. */
    public static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";

    /** Milliseconds to wait for an answer. */
    public static final String READ_TIMEOUT = "http.read.timeout.ms";

    /**
     * Milliseconds for which a call is retried before it fails; our own name. With the last attempt's wait for an answer it
     * should be less than the half minute in which an engine is to be closed: nothing interrupts one that waits.
     */
    public static final String RETRY_TIMEOUT = "registry.retry.timeout.ms";

    private static final String USER_INFO = "USER_INFO";
    private static final String OF_URL = "URL";
    private static final String STATIC_TOKEN = "STATIC_TOKEN";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(URL, LIST, NO_DEFAULT_VALUE, HIGH, "Base URLs, tried in turn, or mock://scope.")
            .define(BASIC_SOURCE, STRING, "", MEDIUM, "USER_INFO, URL, or empty.")
            .define(BASIC_USER_INFO, PASSWORD, "", MEDIUM, "user:password, with USER_INFO.")
            .define(BEARER_SOURCE, STRING, "", MEDIUM, "STATIC_TOKEN, or empty.")
            .define(BEARER_TOKEN, PASSWORD, "", MEDIUM, "The token, with STATIC_TOKEN.")
            .define(CONNECT_TIMEOUT, INT, 10_000, atLeast(1), LOW, "Milliseconds to wait for a connection.")
            .define(READ_TIMEOUT, INT, 10_000, atLeast(1), LOW, "Milliseconds to wait for an answer.")
            .define(RETRY_TIMEOUT, LONG, 15_000L, atLeast(0), LOW, "Milliseconds for which a call is retried.");

    /** @throws ConfigException when a setting is missing or unusable; the message names it */
    public RegistryConfig(Map<String, ?> settings) {
        super(DEFINITION, settings, false);
        if (urls().isEmpty()) {
            throw new ConfigException(URL, getList(URL), "name at least one URL");
        }
    }

    List<String> urls() {
        return getList(URL);
    }

    Duration connectTimeout() {
        return Duration.ofMillis(getInt(CONNECT_TIMEOUT));
    }

    Duration readTimeout() {
        return Duration.ofMillis(getInt(READ_TIMEOUT));
    }

    Duration retryTimeout() {
        return Duration.ofMillis(getLong(RETRY_TIMEOUT));
    }

    /**
     * The Authorization header that requests to {@code url} carry, if any.
     *
     * @throws ConfigException when credentials are incomplete, or come from two places
     */
    Optional<String> authorization(RegistryUrl url) {
        Optional<String> stated = stated();
        if (stated.isPresent() && url.userInfo().isPresent()) {
            throw new ConfigException(URL, url, "has a user in it, and other credentials are set: choose one");
        }
        if (getString(BASIC_SOURCE).equals(OF_URL) && url.userInfo().isEmpty()) {
            throw new ConfigException(
                    BASIC_SOURCE,
                    OF_URL,
                    "needs user:password@ in " + URL + "; or say " + USER_INFO + " and set " + BASIC_USER_INFO);
        }
        return stated.or(() -> url.userInfo().map(RegistryConfig::basic));
    }

    /** The header by settings of its own. */
    private Optional<String> stated() {
        requireSource(BASIC_USER_INFO, BASIC_SOURCE, USER_INFO);
        requireSource(BEARER_TOKEN, BEARER_SOURCE, STATIC_TOKEN);
        String basic = getString(BASIC_SOURCE);
        String bearer = getString(BEARER_SOURCE);
        if (!basic.isEmpty() && !bearer.isEmpty()) {
            throw new ConfigException(BEARER_SOURCE, bearer, "choose this or " + BASIC_SOURCE + ", not both");
        }
        if (!bearer.isEmpty()) {
            return Optional.of("Bearer " + secret(BEARER_SOURCE, STATIC_TOKEN, BEARER_TOKEN));
        }
        return basic.isEmpty() || basic.equals(OF_URL)
                ? Optional.empty()
                : Optional.of(basic(secret(BASIC_SOURCE, USER_INFO, BASIC_USER_INFO)));
    }

    /** A secret that nothing makes use of would be missed only when the registry refuses. */
    private void requireSource(String secretKey, String sourceKey, String source) {
        if (!getPassword(secretKey).value().isEmpty() && getString(sourceKey).isEmpty()) {
            throw new ConfigException(sourceKey, "", "must be " + source + " for " + secretKey + " to be used");
        }
    }

    private String secret(String sourceKey, String supportedSource, String secretKey) {
        String source = getString(sourceKey);
        if (!source.equals(supportedSource)) {
            throw new ConfigException(sourceKey, source, "only " + supportedSource + " is supported");
        }
        Password secret = getPassword(secretKey);
        if (secret.value().isEmpty()) {
            throw new ConfigException(secretKey, "", sourceKey + "=" + supportedSource + " needs it");
        }
        return secret.value();
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
