package dev.partyline.api.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.EngineConfig;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.jspecify.annotations.Nullable;

/** Every key of the configuration file: its type, default, form, and what it is, in the words of error messages. */
final class ConfigKeys {
    static final String BOOTSTRAP_SERVERS = "kafka.bootstrap-servers";
    static final String KAFKA_PROPERTIES = "kafka.properties.";
    static final String REGISTRY_URL = "registry.url";
    static final String REGISTRY_PROPERTIES = "registry.properties.";
    static final String SERDE_CLASS = "serde.class";
    static final String TOPIC_PREFIX = "topics.prefix";
    static final String PARTITIONS = "topics.partitions";
    static final String WORKSPACE_PARTITIONS = "topics.workspace-partitions";
    static final String NUMBER_PARTITIONS = "topics.number-partitions";
    static final String USER_PARTITIONS = "topics.user-partitions";
    static final String REPLICATION_FACTOR = "topics.replication-factor";
    static final String APPLICATION_ID = "engine.application-id";
    static final String STATE_DIRECTORY = "engine.state-directory";
    static final String THREADS = "engine.threads";
    static final String STANDBYS = "engine.standbys";
    static final String VIEW = "engine.view";
    static final String GROUP_INSTANCE_ID = "engine.group-instance-id";
    static final String START_TIMEOUT = "engine.start-timeout";
    static final String HOST = "http.host";
    static final String PORT = "http.port";
    static final String ADMIN_HOST = "http.admin-host";
    static final String ADMIN_PORT = "http.admin-port";
    static final String ADVERTISED = "http.advertised";
    static final String DRAIN = "http.drain";
    static final String GRACE = "http.grace";
    static final String KEYSTORE = "http.tls.keystore";
    static final String KEYSTORE_PASSWORD = "http.tls.password";
    static final String KEYSTORE_TYPE = "http.tls.type";
    static final String JWKS_URL = "auth.jwks-url";
    static final String PUBLIC_KEY = "auth.public-key";
    static final String HMAC_SECRET = "auth.hmac-secret";
    static final String ISSUER = "auth.issuer";
    static final String AUDIENCE = "auth.audience";
    static final String CLOCK_SKEW = "auth.clock-skew";
    static final String SECRET = "cluster.secret";
    static final String BODY = "limits.body";
    static final String BATCH = "limits.batch";
    static final String STREAMS_PER_USER = "limits.streams-per-user";
    static final String WAIT = "limits.wait";
    static final String REGION = "region";
    static final String LOG_LEVEL = "log.level";
    static final String LOG_FORMAT = "log.format";

    /** Keys that begin so are others' own, and go to them unread. */
    static final List<String> PASSED_ON = List.of(KAFKA_PROPERTIES, REGISTRY_PROPERTIES);

    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_SKEW = Duration.ofMinutes(10);

    private ConfigKeys() {}

    static ConfigDef definition() {
        ConfigDef keys = new ConfigDef();
        defineKafka(keys);
        defineEngine(keys);
        defineHttp(keys);
        defineAuth(keys);
        defineLimits(keys);
        text(keys, REGION, null, Forms.region(), "country in whose way people write numbers without a +");
        ConfigDef.Validator level = ValidString.in("ERROR", "WARN", "INFO", "DEBUG", "TRACE");
        text(keys, LOG_LEVEL, "INFO", level, "what is logged of Partyline's own doings");
        text(keys, LOG_FORMAT, "text", ValidString.in("text", "json"), "how a line of the log looks");
        return keys;
    }

    private static void defineKafka(ConfigDef keys) {
        text(keys, BOOTSTRAP_SERVERS, NO_DEFAULT_VALUE, Forms.hostsAndPorts(), "the Kafka brokers to begin with");
        text(keys, REGISTRY_URL, NO_DEFAULT_VALUE, Forms.urls(), "the schema registry; several are tried in turn");
        text(keys, SERDE_CLASS, AvroSerdes.DEFAULT_SERDE, null, "class of the Avro serde for values");
        text(keys, TOPIC_PREFIX, Topics.DEFAULT_PREFIX, Forms.name(), "what all topics' names begin with");
        number(keys, PARTITIONS, TopicLayout.DEFAULT_PARTITIONS, atLeast(1), "partitions of each topic");
        number(keys, WORKSPACE_PARTITIONS, null, atLeast(1), "partitions of the topics of changes");
        number(keys, NUMBER_PARTITIONS, null, atLeast(1), "partitions of the topics of records");
        number(keys, USER_PARTITIONS, null, atLeast(1), "partitions of the topics of feeds");
        number(keys, REPLICATION_FACTOR, null, between(1, Short.MAX_VALUE), "copies of each partition");
    }

    private static void defineEngine(ConfigDef keys) {
        String id = "Kafka Streams' application id: consumer group, and prefix of changelogs";
        text(keys, APPLICATION_ID, EngineConfig.DEFAULT_APPLICATION_ID, Forms.name(), id);
        text(keys, STATE_DIRECTORY, NO_DEFAULT_VALUE, null, "where the engine keeps its stores between restarts");
        number(keys, THREADS, 2, between(1, 256), "stream threads");
        number(keys, STANDBYS, 1, between(0, 16), "instances that keep a copy of each store");
        keys.define(VIEW, BOOLEAN, true, HIGH, "whether this instance serves feeds");
        text(keys, GROUP_INSTANCE_ID, null, Forms.name(), "a name that this instance alone has, for static membership");
        span(keys, START_TIMEOUT, "60s", "how long to wait at start for Kafka and the registry");
    }

    private static void defineHttp(ConfigDef keys) {
        text(keys, HOST, "0.0.0.0", null, "address that the API listens on");
        number(keys, PORT, 8080, between(0, HIGHEST_PORT), "port of the API; 0: a free one");
        text(keys, ADMIN_HOST, "127.0.0.1", null, "address of metrics and health checks");
        number(keys, ADMIN_PORT, 8090, between(0, HIGHEST_PORT), "port of metrics and health checks; 0: a free one");
        text(keys, ADVERTISED, null, Forms.hostAndPort(), "host:port at which other instances reach this API");
        span(keys, DRAIN, "5s", "how long a stopping instance serves on after it has said that it is not ready");
        span(keys, GRACE, "10s", "how long requests under way may take to end when the instance stops");
        text(keys, KEYSTORE, null, null, "file with the certificate and its key");
        keys.define(KEYSTORE_PASSWORD, PASSWORD, null, HIGH, "password of the keystore");
        text(keys, KEYSTORE_TYPE, "PKCS12", ValidString.in("PKCS12", "JKS"), "format of the keystore");
    }

    private static void defineAuth(ConfigDef keys) {
        text(keys, JWKS_URL, null, Forms.url(), "where the issuer publishes its keys");
        text(keys, PUBLIC_KEY, null, null, "the issuer's public key: PEM, or a JWK");
        keys.define(HMAC_SECRET, PASSWORD, null, Forms.secret(32), HIGH, "a secret that is shared with the issuer");
        text(keys, ISSUER, NO_DEFAULT_VALUE, null, "who issues the tokens (claim iss)");
        text(keys, AUDIENCE, NO_DEFAULT_VALUE, null, "whom the tokens are for (claim aud)");
        ConfigDef.Validator skew = Spans.upTo(LONGEST_SKEW);
        text(keys, CLOCK_SKEW, "30s", skew, "how far the issuer's clock may be off");
        keys.define(SECRET, PASSWORD, null, Forms.secret(16), HIGH, "what instances know each other by");
    }

    private static void defineLimits(ConfigDef keys) {
        number(keys, BODY, 1 << 20, between(1024, 64 << 20), "bytes of a request's body");
        number(keys, BATCH, 1000, between(1, 10_000), "changes or records in one request");
        number(keys, STREAMS_PER_USER, 10, between(1, 1000), "streams that one user may have open");
        span(keys, WAIT, "30s", "the longest that a request may ask to wait");
    }

    private static void text(
            ConfigDef keys, String key, @Nullable Object standard, ConfigDef.@Nullable Validator form, String what) {
        keys.define(key, STRING, standard, form, HIGH, what);
    }

    private static void number(
            ConfigDef keys, String key, @Nullable Object standard, ConfigDef.Validator range, String what) {
        keys.define(key, INT, standard, ifThere(range), HIGH, what);
    }

    private static void span(ConfigDef keys, String key, String standard, String what) {
        keys.define(key, STRING, standard, Spans.upTo(LONGEST), LOW, what);
    }

    private static ConfigDef.Validator ifThere(ConfigDef.Validator range) {
        return (String name, @Nullable Object value) -> {
            if (value != null) {
                range.ensureValid(name, value);
            }
        };
    }
}
