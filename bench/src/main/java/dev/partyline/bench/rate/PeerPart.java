package dev.partyline.bench.rate;

import dev.partyline.bench.process.Part;
import dev.partyline.bench.process.Settings;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The peer: what a good engineer writes by hand in Kafka Streams' DSL. Records are joined with a table of assignees and
 * flat-mapped to users; each row is encoded once for all of a record's assignees. No backfill, no withdrawal, no revisions,
 * no reasons but one, no member who is inactive. A number's assignees are one string, which is quicker to read than Avro.
 *
 * <p>Settings: {@code bootstrap}, {@code registry}, {@code records}, {@code assignees} and {@code feed} (topics),
 * {@code state} (directory), {@code id}, {@code threads}, {@code store} (rocksdb, as the DSL has it, or memory), and
 * Streams' own.
 */
public final class PeerPart implements Part {
    private static final List<String> OWN =
            List.of("bootstrap", "registry", "records", "assignees", "feed", "state", "id", "threads", "store");

    private @Nullable KafkaStreams streams;

    /** A record's row, and who gets it. */
    private record Delivery(TelephonyRecord record, byte[] row, String assignees) {}

    @Override
    public String start(Settings settings) {
        KafkaStreams started = new KafkaStreams(topology(settings), properties(settings));
        streams = started;
        started.start();
        return "";
    }

    @Override
    public void stop() {
        if (streams != null) {
            streams.close();
            streams.cleanUp();
        }
        streams = null;
    }

    private static Topology topology(Settings settings) {
        AvroSerdes serdes =
                new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", settings.text("registry")));
        String feed = settings.text("feed");
        Serde<TelephonyRecord> records = serdes.of(TelephonyRecord.class);
        Serializer<FeedEntry> rows = serdes.of(FeedEntry.class).serializer();
        StreamsBuilder builder = new StreamsBuilder();
        KTable<String, String> assignees = builder.table(
                settings.text("assignees"),
                Consumed.with(Serdes.String(), Serdes.String()),
                store(settings.text("store")));
        builder.stream(settings.text("records"), Consumed.with(Serdes.String(), records))
                .join(
                        assignees,
                        (record, users) -> new Delivery(record, rows.serialize(feed, entry(record)), users),
                        Joined.with(Serdes.String(), records, Serdes.String()))
                .flatMap((number, delivery) -> toUsers(delivery))
                .to(feed, Produced.with(Serdes.ByteArray(), Serdes.ByteArray(), PeerPart::byUser));
        Properties optimised = new Properties();
        optimised.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        return builder.build(optimised);
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> store(String kind) {
        Materialized<String, String, KeyValueStore<Bytes, byte[]>> store = kind.equals("memory")
                ? Materialized.as(Stores.inMemoryKeyValueStore("assignees"))
                : Materialized.as("assignees");
        return store.withKeySerde(Serdes.String()).withValueSerde(Serdes.String());
    }

    private static List<KeyValue<byte[], byte[]>> toUsers(Delivery delivery) {
        TelephonyRecord record = delivery.record();
        String position = Keys.position(record.getStartedAt().toEpochMilli(), record.getRecordId());
        return Arrays.stream(delivery.assignees().split(","))
                .map(user -> Keys.ofFeedRecord(record.getWorkspaceId(), user, position, record.getNumber()))
                .map(key -> KeyValue.pair(key.getBytes(StandardCharsets.UTF_8), delivery.row()))
                .toList();
    }

    private static FeedEntry entry(TelephonyRecord record) {
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.RECORD)
                .setReasons(List.of(Reason.ASSIGNEE))
                .setRecord(record)
                .build();
    }

    private static Optional<Set<Integer>> byUser(String topic, byte[] key, byte[] value, int partitions) {
        return Optional.of(Set.of(Partitions.ofFeedKey(key, partitions)));
    }

    private static Properties properties(Settings settings) {
        Properties properties = new Properties();
        settings.values().forEach((name, value) -> {
            if (!OWN.contains(name)) {
                properties.put(name, value);
            }
        });
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.text("bootstrap"));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.text("id"));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.text("state"));
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.text("threads"));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        return properties;
    }
}
