package dev.partyline.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.partyline.schemas.topic.PartitionGroup;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file comes to, and for everything that can be wrong with one, what is said of it. */
class ConfigFileTest {
    private static final String SMALLEST = """
            kafka.bootstrap-servers: k1:9092,k2:9092
            registry.url: http://registry:8081
            engine.state-directory: target/state
            auth.jwks-url: https://issuer/keys
            auth.issuer: https://issuer
            auth.audience: partyline
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatIsNotSaidHasADefault() {
        ServerConfig config = read("");
        assertThat(config.kafka().clients()).isEqualTo(Map.of("bootstrap.servers", "k1:9092,k2:9092"));
        assertThat(config.values().registryUrl()).isEqualTo("http://registry:8081");
        assertThat(config.topics().topics().prefix()).isEqualTo("partyline.");
        assertThat(config.topics().layout().of(PartitionGroup.USER)).isEqualTo(24);
        assertThat(config.topics().layout().replicationFactor()).isEqualTo((short) -1);
        assertThat(config.engine().stateDirectory()).isAbsolute();
        assertThat(config.engine().standbys()).isEqualTo(1);
        assertThat(config.engine().groupInstanceId()).isEmpty();
        assertThat(config.http().listeners().api()).hasToString("0.0.0.0:8080");
        assertThat(config.http().listeners().admin()).hasToString("127.0.0.1:8090");
        assertThat(config.http().listeners().tls()).isEmpty();
        assertThat(config.http().drain()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.auth().keys().jwksUrl()).contains(URI.create("https://issuer/keys"));
        assertThat(config.auth().clockSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.clusterSecret()).isEmpty();
        assertThat(config.log()).isEqualTo(new LogSettings("INFO", false));
    }

    @Test
    void whatIsSaidIsTaken() {
        ServerConfig config = read("""
                kafka.properties: {security.protocol: SASL_SSL, consumer: {session.timeout.ms: 9000}}
                registry.properties: {basic.auth.credentials.source: USER_INFO, basic.auth.user.info: "u:p"}
                topics: {prefix: acme., partitions: 6, number-partitions: 12, replication-factor: 3}
                engine: {threads: 4, standbys: 0, view: false, group-instance-id: one}
                http: {port: 0, advertised: "[::1]:8080", drain: 500ms, grace: 2m}
                cluster.secret: sixteen characters
                limits: {body: 2048, batch: 5, streams-per-user: 2, wait: 1s}
                region: DE
                log: {level: WARN, format: json}
                """);
        assertThat(config.kafka().properties())
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "consumer.session.timeout.ms", "9000"));
        assertThat(config.values().config()).containsEntry("basic.auth.user.info", "u:p");
        assertThat(config.topics().topics().feed().name()).isEqualTo("acme.feed");
        assertThat(config.topics().layout().of(PartitionGroup.NUMBER)).isEqualTo(12);
        assertThat(config.topics().layout().of(PartitionGroup.WORKSPACE)).isEqualTo(6);
        assertThat(config.topics().layout().replicationFactor()).isEqualTo((short) 3);
        assertThat(config.engine().view()).isFalse();
        assertThat(config.engine().groupInstanceId()).contains("one");
        assertThat(config.http().advertised()).contains("[::1]:8080");
        assertThat(config.http().drain()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.http().listeners().grace()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.clusterSecret()).isPresent();
        assertThat(config.limits().limits().defaultWait()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.region()).contains("DE");
        assertThat(config.log()).isEqualTo(new LogSettings("WARN", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "kafka.bootstrap-servers: ''; kafka.bootstrap-servers: is missing; the Kafka brokers to begin with",
                "kafka.bootstrap-servers: localhost; kafka.bootstrap-servers: 'localhost'; host:port,host:port",
                "kafka.bootstrap-servers: h:70000; kafka.bootstrap-servers: 'h:70000'; host:port,host:port",
                "registry.url: ''; registry.url: is missing; the schema registry",
                "registry.url: registry:8081; registry.url: 'registry:8081'; Not http(s)://host:port",
                "registry.url: 'http://u:p@h:1'; registry.url: ; without user or password",
                "registry.url: 'mock://x'; registry.url: ; Not http(s)://host:port",
                "registry.properties.basic.auth.credentials.source: URL; registry: ; needs user:password@",
                "serde.class: no.Such; registry: ; no such class is on the class path",
                "topics.prefix: 'a b'; topics.prefix: 'a b'; Only letters, digits",
                "topics.partitions: many; topics.partitions: 'many'; Not a number",
                "topics.user-partitions: 0; topics.user-partitions: '0'; at least 1",
                "topics.replication-factor: 0; topics.replication-factor: '0'; at least 1",
                "engine.application-id: a/b; engine.application-id: 'a/b'; Only letters, digits",
                "engine.state-directory: ''; engine.state-directory: is missing; between restarts",
                "engine.state-directory: pom.xml; engine.state-directory: ; is no directory",
                "engine.threads: 0; engine.threads: '0'; at least 1",
                "engine.standbys: -1; engine.standbys: '-1'; at least 0",
                "engine.view: maybe; engine.view: 'maybe'; true or false",
                "engine.group-instance-id: 'a b'; engine.group-instance-id: 'a b'; Only letters, digits",
                "engine.start-timeout: soon; engine.start-timeout: 'soon'; Not a duration, such as 500ms",
                "engine.start-timeout: 2h; engine.start-timeout: '2h'; no more than 3600s",
                "http.port: 99999; http.port: '99999'; no more than 65535",
                "http.admin-port: -1; http.admin-port: '-1'; at least 0",
                "http.advertised: h:1; cluster.secret: is missing; know each other by it",
                "http.tls.keystore: none.p12; http.tls.password: is missing; http.tls.keystore needs it",
                "http.tls.password: changeit; http.tls.keystore: is missing; nothing is encrypted",
                "http.tls: {keystore: none.p12, password: x}; http.tls.keystore: none.p12; does not open as PKCS12",
                "http.tls.type: PEM; http.tls.type: 'PEM'; PKCS12, JKS",
                "auth.jwks-url: ''; auth.jwks-url: give one of; no request is served without a token",
                "auth.public-key: x; auth.jwks-url: give one of; auth.public-key, auth.hmac-secret",
                "auth.jwks-url: issuer; auth.jwks-url: 'issuer'; Not http(s)://host/path",
                "auth: {jwks-url: '', hmac-secret: short}; auth.hmac-secret: Shorter; a secret that is shared",
                "auth.jwks-url: 'http://issuer/keys'; auth: auth.jwks-url is 'http://issuer/keys'; must be an https address",
                "auth: {jwks-url: '', public-key: nonsense}; auth: auth.public-key is neither PEM; nor a JWK",
                "auth.issuer: ''; auth.issuer: is missing; (claim iss)",
                "auth.audience: ''; auth.audience: is missing; (claim aud)",
                "auth.clock-skew: 1h; auth.clock-skew: '1h'; no more than 600s",
                "cluster.secret: short; cluster.secret: Shorter than 16; know each other by",
                "limits.body: 1; limits.body: '1'; at least 1024",
                "limits.batch: 0; limits.batch: '0'; at least 1",
                "limits.streams-per-user: 0; limits.streams-per-user: '0'; at least 1",
                "limits.wait: x; limits.wait: 'x'; Not a duration",
                "region: XX; region: 'XX'; a country's two letters",
                "log.level: LOUD; log.level: 'LOUD'; ERROR, WARN, INFO",
                "log.format: xml; log.format: 'xml'; text, json",
                "kafka.properties.application.id: x; kafka.properties.application.id: ; set engine.application-id",
                "kafka.properties.consumer.isolation.level: x; kafka.properties.consumer.isolation.level: ; remove it",
                "htp.port: 1; htp.port: there is no such key; did you mean http.port?",
                "colour: blue; colour: there is no such key; config.example.yml has them all",
                "kafka: [{a: b}]; kafka: ; must be a value, or a list of values",
                "region: ${NO_SUCH_VARIABLE}; region: an environment variable; ${NAME:-default}",
            })
    void aFaultNamesTheKeyAndTheWayOut(String line, String key, String mend) {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> read(line))
                .withMessageStartingWith("config.yml cannot be used:\n  ")
                .withMessageContaining("\n  " + key)
                .withMessageContaining(mend)
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(2));
    }

    @Test
    void allFaultsAreSaidAtOnceEachWithItsLine() {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigFile.parse("config.yml", """
                        kafka:
                          bootstrap-servers: nowhere
                          bootstrap-server: h:1
                        http:
                          port: x
                          tls.password: "123456"
                          advertised: here
                        """, Map.of()))
                .withMessageContaining("kafka.bootstrap-servers: 'nowhere'")
                .withMessageContaining("(line 2)")
                .withMessageContaining("did you mean kafka.bootstrap-servers? (line 3)")
                .withMessageContaining("http.port: 'x'")
                .withMessageContaining("(line 5)")
                .withMessageContaining("http.tls.keystore: is missing")
                .withMessageContaining("http.advertised: 'here': Not of the form host:port")
                .withMessageContaining("auth.jwks-url: give one of auth.jwks-url")
                .withMessageContaining("registry.url: is missing")
                .withMessageContaining("engine.state-directory: is missing")
                .withMessageContaining("auth.issuer: is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'a: [1'; is not YAML",
                "a: b: c; is not YAML",
                "''; holds no settings",
                "just words; holds no settings"
            })
    void aFileThatIsNoConfigurationIsCalledThat(String text, String complaint) {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigFile.parse("config.yml", text, Map.of()))
                .withMessageContaining(complaint);
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigFile.parse("config.yml", SMALLEST + "region: US\nregion: DE\n", Map.of()))
                .withMessageContaining("region: stands twice: keep one (line 8)");
    }

    @Test
    void aFileThatIsMissingIsNamedWithWhereToBegin() {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigFile.read(directory.resolve("none.yml"), Map.of()))
                .withMessageContaining("none.yml")
                .withMessageContaining("copy config.example.yml");
    }

    @Test
    void variablesAreReplacedAndNotLookedIntoAgain() {
        Map<String, String> environment = Map.of("PREFIX", "acme.", "PASSWORD", "a: '#${PREFIX}\" b", "EMPTY", "");
        ServerConfig config = ConfigFile.parse("config.yml", SMALLEST + """
                topics.prefix: ${PREFIX}
                kafka.properties.sasl.jaas.config: password="${PASSWORD}";
                engine.threads: ${THREADS:-7}
                region: ${EMPTY}
                """, environment);
        assertThat(config.topics().topics().prefix()).isEqualTo("acme.");
        assertThat(config.kafka().properties()).containsEntry("sasl.jaas.config", "password=\"a: '#${PREFIX}\" b\";");
        assertThat(config.engine().threads()).isEqualTo(7);
        assertThat(config.region()).isEmpty();
    }

    @Test
    void theExampleIsRightAndSaysTheDefaults() throws Exception {
        Path example = Path.of("..", "config.example.yml");
        Map<String, String> environment = Map.of(
                "AUTH_ISSUER", "https://issuer",
                "AUTH_JWKS_URL", "https://issuer/keys",
                "STATE_DIRECTORY", directory.toString());
        ServerConfig config = ConfigFile.read(example, environment);
        assertThat(config.limits()).isEqualTo(read("").limits());
        assertThat(config.http()).isEqualTo(read("").http());
        assertThat(config.log()).isEqualTo(read("").log());
        String text = Files.readString(example);
        for (String key : ConfigKeys.definition().names()) {
            assertThat(text).as(key).contains(key.substring(key.lastIndexOf('.') + 1) + ":");
        }
    }

    @Test
    void noSecretIsPrinted() {
        ServerConfig config = read("""
                kafka.properties.sasl.jaas.config: Geheimnis
                registry.properties: {bearer.auth.credentials.source: STATIC_TOKEN, bearer.auth.token: Geheimnis}
                cluster.secret: Geheimnis Geheimnis
                auth.hmac-secret: Geheimnis Geheimnis Geheimnis Geheimnis
                auth.jwks-url:
                """);
        assertThat(config.toString()).doesNotContain("Geheimnis");
        assertThat(ConfigSummary.of(config)).doesNotContain("Geheimnis").contains("sasl.jaas.config", "k1:9092");
    }

    /** The smallest file there is, with {@code more} in place of its own lines where they are of the same keys. */
    private static ServerConfig read(String more) {
        StringBuilder text = new StringBuilder();
        SMALLEST.lines()
                .filter(line -> !isReplaced(line, more))
                .forEach(line -> text.append(line).append('\n'));
        return ConfigFile.parse("config.yml", text + more, Map.of());
    }

    private static boolean isReplaced(String line, String more) {
        String key = line.substring(0, line.indexOf(':'));
        return more.contains(key + ":") || (more.startsWith("auth: {") && line.startsWith("auth.jwks-url"));
    }
}
