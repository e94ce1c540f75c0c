package dev.partyline.api.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.api.client.Connection;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.EngineConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * One installation of several on the same broker: its topics' prefix is its application id too.
 *
 * @param name part of all its names
 * @param standbys copies of each store on other instances
 */
public record EngineSetup(String bootstrapServers, String registryUrl, String name, int standbys) {
    /** The shortest that the broker allows: so long a crashed engine holds up the next. */
    private static final int SESSION_MILLIS = 6_000;

    private static final int HEARTBEAT_MILLIS = 1_500;
    private static final int TRANSACTION_MILLIS = 5_000;

    /** Of an engine that stands alone. */
    EngineSetup(String bootstrapServers, String registryUrl, String name) {
        this(bootstrapServers, registryUrl, name, 0);
    }

    /** The inverse of {@link #arguments}. */
    static EngineSetup of(List<String> arguments) {
        return new EngineSetup(
                arguments.get(0), arguments.get(1), arguments.get(2), Integer.parseInt(arguments.get(3)));
    }

    /** As arguments of a command line. */
    List<String> arguments() {
        return List.of(bootstrapServers, registryUrl, name, Integer.toString(standbys));
    }

    public Topics topics() {
        return new Topics(name + ".");
    }

    public Connection connection() {
        return new Connection(bootstrapServers, registryUrl, name, topics());
    }

    public AvroSerdes serdes() {
        return new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", registryUrl));
    }

    /** The latest schema's id that the registry gives values of this topic. */
    int schemaId(Topic<?> topic) throws IOException {
        URL version = URI.create(registryUrl + "/subjects/" + topic.name() + "-value/versions/latest")
                .toURL();
        return new ObjectMapper().readTree(version).path("id").intValue();
    }

    EngineConfig engine(Path state) {
        return new EngineConfig(
                name,
                bootstrapServers,
                topics(),
                AvroSerdes.DEFAULT_SERDE,
                Map.of("schema.registry.url", registryUrl),
                state.toAbsolutePath(),
                true,
                2,
                Map.of(
                        StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                        standbys,
                        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                        SESSION_MILLIS,
                        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                        HEARTBEAT_MILLIS,
                        StreamsConfig.consumerPrefix("internal.leave.group.on.close"),
                        true,
                        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                        TRANSACTION_MILLIS));
    }
}
