package dev.partyline.api.cluster;

import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.api.peer.FeedMessages;
import dev.partyline.api.peer.HttpPeers;
import dev.partyline.api.peer.PeerSecret;
import dev.partyline.api.registry.EmbeddedRegistry;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.EngineConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What the instances of one installation have in common: broker, registry, topics and secret. */
final class Installation implements AutoCloseable {
    private static final String NAME = "together";
    private static final int PARTITIONS = 4;
    private static final int SESSION_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 1_000;
    private static final int TRANSACTION_MILLIS = 5_000;

    private final Path directory;
    private EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final PeerSecret secret = PeerSecret.random();

    private Installation(Path directory) {
        this.directory = directory;
        this.broker = startBroker();
        this.registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    }

    static Installation in(Path directory) {
        Installation installation = new Installation(directory);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", installation.bootstrapServers()))) {
            TopicAdmin.create(admin, installation.topics(), TopicLayout.embedded(PARTITIONS));
        }
        return installation;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Topics topics() {
        return new Topics(NAME + ".");
    }

    AvroSerdes serdes() {
        return new AvroSerdes(AvroSerdes.DEFAULT_SERDE, serdeConfig());
    }

    PeerSecret secret() {
        return secret;
    }

    FeedMessages feedMessages() {
        return new FeedMessages(topics().feed(), serdes());
    }

    HttpPeers peers() {
        return HttpPeers.plain(secret, feedMessages());
    }

    /** @param name of the instance; its state lies in a directory of that name */
    EngineConfig engine(String name, String address, int standbys) {
        Map<String, Object> kafka = new HashMap<>();
        kafka.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        kafka.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
        kafka.put(StreamsConfig.consumerPrefix("internal.leave.group.on.close"), true);
        kafka.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MILLIS);
        return new EngineConfig(
                        NAME,
                        bootstrapServers(),
                        topics(),
                        AvroSerdes.DEFAULT_SERDE,
                        serdeConfig(),
                        directory.resolve(name).toAbsolutePath(),
                        true,
                        1,
                        kafka)
                .among(address, standbys);
    }

    /** Stops the broker alone: whoever has contact loses it. */
    void loseBroker() {
        broker.close();
    }

    /** Starts the broker that was lost, where it was. */
    void findBroker() {
        broker = startBroker();
    }

    private EmbeddedBroker startBroker() {
        return EmbeddedBroker.start(directory.resolve("kafka"), 0);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }

    private Map<String, Object> serdeConfig() {
        return Map.of("schema.registry.url", registry.uri().toString());
    }
}
