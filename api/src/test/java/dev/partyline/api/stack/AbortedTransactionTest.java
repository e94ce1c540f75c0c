package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.clients.EngineClients;
import dev.partyline.topology.view.ViewProgress;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.RecordCollector;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thread's transaction is aborted while its tasks go on, as Kafka Streams 4.3 does when it closes a task that it has not
 * begun yet and that learns of a producer's failure (decision 0092): nothing of what was in it may be missing afterwards.
 */
class AbortedTransactionTest {
    private static final int MESSAGES = 1_000;
    private static final int ABORTED_AT = 600;
    private static final String COUNT = "count";
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final AtomicBoolean aborted = new AtomicBoolean();

    @Test
    void nothingOfItIsLost(@TempDir Path directory) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0)) {
            publish(broker);
            try (KafkaStreams streams = new KafkaStreams(topology(), properties(broker, directory), clients())) {
                streams.start();
                assertThat(counts(broker))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, MESSAGES).boxed().toList());
            }
            assertThat(aborted).isTrue();
        }
    }

    private static void publish(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("in", 1, (short) 1), new NewTopic("out", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < MESSAGES; i++) {
                producer.send(new ProducerRecord<>("in", COUNT, Integer.toString(i)));
            }
        }
    }

    /** Counts messages, and says how many there have been with each. */
    private Topology topology() {
        Topology topology = new Topology();
        topology.addSource("from", new StringDeserializer(), new StringDeserializer(), "in")
                .addProcessor(COUNT, Counting::new, "from")
                .addSink("to", "out", new StringSerializer(), new LongSerializer(), COUNT)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(COUNT), Serdes.String(), Serdes.Long()),
                        COUNT);
        return topology;
    }

    private static Properties properties(EmbeddedBroker broker, Path directory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "counting");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
        properties.put("consumer.auto.offset.reset", "earliest");
        return properties;
    }

    private static EngineClients clients() {
        AvroSerdes serdes = new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://aborted"));
        Wiring wiring = new Wiring(new Topics("aborted."), serdes, Map.of(), new EngineCounters());
        return new EngineClients(wiring, new ViewProgress(), () -> false);
    }

    /** What is committed, until the last count has come. */
    private static List<Long> counts(EmbeddedBroker broker) {
        List<Long> counts = new ArrayList<>();
        try (KafkaConsumer<String, Long> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new LongDeserializer())) {
            List<TopicPartition> out = List.of(new TopicPartition("out", 0));
            consumer.assign(out);
            consumer.seekToBeginning(out);
            long deadline = System.nanoTime() + DEADLINE.toNanos();
            while (counts.isEmpty() || counts.get(counts.size() - 1) < MESSAGES) {
                assertThat(System.nanoTime())
                        .as("%d counts have come", counts.size())
                        .isLessThan(deadline);
                consumer.poll(Duration.ofMillis(100)).forEach(row -> counts.add(row.value()));
            }
        }
        return counts;
    }

    private final class Counting implements Processor<String, String, String, Long> {
        private ProcessorContext<String, Long> context;
        private KeyValueStore<String, Long> store;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
        Counting() {}

        @Override
        public void init(ProcessorContext<String, Long> begun) {
            context = begun;
            store = begun.getStateStore(COUNT);
        }

        @Override
        public void process(Record<String, String> message) {
            long count = Objects.requireNonNullElse(store.get(COUNT), 0L) + 1;
            if (count == ABORTED_AT && !aborted.getAndSet(true)) {
                RecordCollector collector = ((RecordCollector.Supplier) context).recordCollector();
                collector.flush();
                collector.closeDirty(); // what the dirty closing of any task of the thread does to its transaction
            }
            store.put(COUNT, count);
            context.forward(message.withValue(count));
        }
    }
}
