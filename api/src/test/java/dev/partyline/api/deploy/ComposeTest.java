package dev.partyline.api.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.partyline.api.config.ConfigFile;
import dev.partyline.api.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Dockerfile, docker-compose.yml and deploy/, held against each other, the configuration and the files that they name. */
class ComposeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path CONFIG = ROOT.resolve("config.example.yml");
    private static final Pattern DEFAULTED = Pattern.compile("\\$\\{[A-Z_]+:-(.*)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern METRIC = Pattern.compile("partyline_[a-z_]+");

    /** What EngineCollector exposes. */
    private static final Set<String> METRICS = Set.of(
            "partyline_records_total",
            "partyline_deliveries_total",
            "partyline_walks",
            "partyline_untold",
            "partyline_dead_letters_total",
            "partyline_moved_total",
            "partyline_delivery_latency_seconds_bucket",
            "partyline_lag");

    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"partyline-1", "partyline-2"})
    void theConfigurationOfAnInstanceIsRight(String service) throws IOException {
        Map<String, String> environment = environment(service);
        environment.put("STATE_DIRECTORY", directory.toString());
        ServerConfig config = ConfigFile.read(CONFIG, environment);
        assertThat(config.kafka().bootstrapServers()).isEqualTo("kafka:19092");
        assertThat(config.values().registryUrl()).isEqualTo("http://registry:8081");
        assertThat(config.http().advertised())
                .contains(service + ":" + config.http().listeners().api().port());
        assertThat(config.topics().replicationFactor()).contains(1);
        assertThat(config.log().json()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics", "partyline-1", "partyline-2"})
    void everyVariableIsOneThatTheConfigurationReads(String service) throws IOException {
        Set<String> read = new TreeSet<>();
        Matcher variables = VARIABLE.matcher(Files.readString(CONFIG));
        while (variables.find()) {
            read.add(variables.group(1));
        }
        assertThat(read).containsAll(environment(service).keySet());
    }

    @Test
    void instancesStartWhenTheTopicsAreThereAndTopicsWhenKafkaIs() throws IOException {
        JsonNode services = compose().path("services");
        for (String instance : List.of("partyline-1", "partyline-2")) {
            assertThat(services.at("/" + instance + "/depends_on/topics/condition")
                            .asText())
                    .isEqualTo("service_completed_successfully");
        }
        assertThat(services.at("/topics/depends_on/kafka/condition").asText()).isEqualTo("service_healthy");
        assertThat(services.at("/topics/command").toString()).contains("topics", "create");
        assertThat(services.at("/kafka/environment/KAFKA_ADVERTISED_LISTENERS").asText())
                .contains("kafka:19092");
    }

    @Test
    void everyPortIsOnLoopbackAndOnceOnly() throws IOException {
        Set<String> host = new TreeSet<>();
        for (JsonNode service : compose().path("services")) {
            for (JsonNode port : service.path("ports")) {
                assertThat(port.asText()).startsWith("127.0.0.1:");
                assertThat(host.add(port.asText().split(":")[1]))
                        .as(port.asText())
                        .isTrue();
            }
        }
        assertThat(host).contains("8080", "9090", "3000");
    }

    @Test
    void everyFileThatIsMountedOrCopiedIsThere() throws IOException {
        for (JsonNode service : compose().path("services")) {
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asText().split(":")[0];
                assertThat(!source.startsWith(".") || Files.exists(ROOT.resolve(source)))
                        .as(source)
                        .isTrue();
            }
        }
        assertThat(Files.readString(ROOT.resolve("Dockerfile")))
                .contains("COPY partyline ", "COPY config.example.yml ", "USER partyline")
                .contains("EXPOSE 8080 8090");
    }

    @Test
    void prometheusAsksBothInstancesAtTheirAdminPorts() throws IOException {
        Map<String, String> environment = environment("partyline-1");
        environment.put("STATE_DIRECTORY", directory.toString());
        int admin =
                ConfigFile.read(CONFIG, environment).http().listeners().admin().port();
        JsonNode job = yaml(ROOT.resolve("deploy/prometheus.yml")).at("/scrape_configs/0");
        assertThat(job.at("/static_configs/0/targets"))
                .map(JsonNode::asText)
                .containsExactly("partyline-1:" + admin, "partyline-2:" + admin);
    }

    @Test
    void theDashboardAndTheAlertsAskForMetricsThatThereAre() throws IOException {
        String dashboard = Files.readString(ROOT.resolve("deploy/grafana/dashboards/partyline.json"));
        JsonNode panels = mapper.readTree(dashboard).path("panels");
        assertThat(panels).hasSize(8);
        JsonNode source = yaml(ROOT.resolve("deploy/grafana/provisioning/datasources/prometheus.yml"));
        for (JsonNode panel : panels) {
            assertThat(panel.at("/datasource/uid").asText())
                    .isEqualTo(source.at("/datasources/0/uid").asText());
        }
        assertThat(metrics(dashboard)).isEqualTo(new TreeSet<>(METRICS));
        assertThat(METRICS).containsAll(metrics(Files.readString(ROOT.resolve("deploy/alerts.yml"))));
    }

    private static Set<String> metrics(String text) {
        Set<String> metrics = new TreeSet<>();
        Matcher found = METRIC.matcher(text);
        while (found.find()) {
            metrics.add(found.group());
        }
        return metrics;
    }

    /** A service's variables, each with its default where it has one, or else as if somebody had set it. */
    private Map<String, String> environment(String service) throws IOException {
        Map<String, String> environment = new HashMap<>();
        JsonNode declared = compose().at("/services/" + service + "/environment");
        declared.fields().forEachRemaining(each -> {
            String value = each.getValue().asText();
            Matcher defaulted = DEFAULTED.matcher(value);
            environment.put(each.getKey(), defaulted.matches() ? defaulted.group(1) : value);
        });
        assertThat(environment).isNotEmpty();
        return environment;
    }

    /** With its anchors and merges resolved, which Jackson does not do. */
    private JsonNode compose() throws IOException {
        Object resolved = new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        return mapper.valueToTree(resolved);
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
    }
}
