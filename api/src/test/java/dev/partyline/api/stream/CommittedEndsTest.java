package dev.partyline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.topology.query.CommittedEnds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a real broker says that partitions end. */
class CommittedEndsTest {
    private static final int PARTITIONS = 3;
    private static final TopicPartition FIRST = new TopicPartition("ends", 0);

    private EmbeddedBroker broker;
    private Admin admin;
    private KafkaProducer<byte[], byte[]> producer;
    private CommittedEnds ends;

    @BeforeEach
    void open(@TempDir Path directory) throws ExecutionException, InterruptedException {
        broker = EmbeddedBroker.start(directory, 0);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        admin.createTopics(List.of(new NewTopic(FIRST.topic(), PARTITIONS, (short) 1)))
                .all()
                .get();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        ends = new CommittedEnds(() -> new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()));
    }

    @AfterEach
    void close() {
        ends.close();
        producer.close();
        admin.close();
        broker.close();
    }

    @Test
    void whatIsCommittedCountsAtOnceAndWhatIsOpenDoesNot() throws Exception {
        for (int i = 1; i <= 50; i++) {
            producer.beginTransaction();
            write(0);
            producer.flush();
            assertThat(end(FIRST)).as("of transaction %d, which is open", i).isLessThanOrEqualTo(2L * (i - 1));
            producer.commitTransaction();
            awaitEnd(FIRST, 2L * i); // with its marker, which the broker writes in a moment
        }
    }

    @Test
    void manyMayAskAtOnceOfManyPartitions() throws Exception {
        for (int i = 0; i < 20; i++) {
            producer.beginTransaction();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                write(partition);
            }
            producer.commitTransaction();
            List<CompletableFuture<Long>> answers = new ArrayList<>();
            List<Long> before = new ArrayList<>();
            for (int asker = 0; asker < 10 * PARTITIONS; asker++) {
                TopicPartition place = new TopicPartition(FIRST.topic(), asker % PARTITIONS);
                before.add(asBrokerSays(place));
                answers.add(ends.of(place));
            }
            for (int asker = 0; asker < answers.size(); asker++) {
                assertThat(answers.get(asker).get(30, TimeUnit.SECONDS))
                        .as("it may have been asked later, never earlier")
                        .isBetween(before.get(asker), 2L * (i + 1));
            }
        }
    }

    @Test
    void whoAsksWhenItIsClosedIsToldSo() {
        ends.close();
        assertThatThrownBy(() -> end(FIRST)).isInstanceOf(ExecutionException.class);
    }

    private void write(int partition) {
        producer.send(new ProducerRecord<>(FIRST.topic(), partition, null, new byte[] {1}));
    }

    private long end(TopicPartition partition) throws Exception {
        return ends.of(partition).get(30, TimeUnit.SECONDS);
    }

    private long asBrokerSays(TopicPartition partition) throws Exception {
        return admin.listOffsets(
                        Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private void awaitEnd(TopicPartition partition, long expected) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (long end = end(partition); end != expected; end = end(partition)) {
            assertThat(end).isLessThan(expected);
            assertThat(System.nanoTime()).as("waiting for %d", expected).isLessThan(deadline);
        }
    }
}
