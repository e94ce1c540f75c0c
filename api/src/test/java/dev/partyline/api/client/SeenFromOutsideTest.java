package dev.partyline.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schemas.Keys;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.TopicLayout;
import dev.partyline.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What committed offsets and feeds look like from outside; each test has topics and a group of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenFromOutsideTest {
    private EmbeddedBroker broker;
    private Connection connection;
    private Admin admin;
    private Offsets offsets;

    @BeforeAll
    void startBroker(@TempDir Path data) {
        broker = EmbeddedBroker.start(data, 0);
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopics(TestInfo test) {
        connection = connection(test.getTestMethod().orElseThrow().getName());
        admin = connection.admin();
        offsets = new Offsets(admin);
        TopicAdmin.create(admin, connection.topics(), TopicLayout.embedded(1));
    }

    @AfterEach
    void closeAdmin() {
        offsets.close();
    }

    @Test
    void theLagIsWhatTheGroupHasNotCommitted() throws Exception {
        send(connection.topics().records().name(), "a", "b", "c");
        send(connection.topics().changes().name(), "d");
        try (EngineLag lag = new EngineLag(connection)) {
            assertThat(lag.behind()).isEqualTo(4);
            commit(connection.topics().records().name(), 2);
            assertThat(lag.behind()).isEqualTo(2);
            commit(connection.topics().records().name(), 3);
            commit(connection.topics().changes().name(), 1);
            assertThat(lag.behind()).isZero();
        }
    }

    @Test
    void aTransactionsMarkerAloneIsNoLag() throws Exception {
        String topic = connection.topics().numberAccess().name();
        sendInTransaction(topic, true, "a");
        try (EngineLag lag = new EngineLag(connection)) {
            assertThat(lag.behind()).isPositive();
            commit(topic, 1);
            assertThat(lag.behind()).isZero();
        }
    }

    @Test
    void whatWasAbortedIsNoLag() throws Exception {
        sendInTransaction(connection.topics().numberAccess().name(), false, "a");
        try (EngineLag lag = new EngineLag(connection)) {
            assertThat(lag.behind()).isZero();
        }
    }

    @Test
    void onlyCommittedRowsOfTheWorkspaceAreFoldedAndOnlyNewOnesCounted() throws Exception {
        String feed = connection.topics().feed().name();
        String mine = Keys.ofFeedRecord("ws", "ana", Keys.position(10, "call-1"), "24537");
        String other = Keys.ofFeedRecord("ws2", "ana", Keys.position(10, "call-1"), "24537");
        String line = Keys.ofFeedLine("ws", "ana", "24537");
        sendInTransaction(feed, true, mine);
        try (FeedReader reader = new FeedReader(connection, "ws")) {
            sendInTransaction(feed, true, mine, other, line);
            sendInTransaction(feed, false, Keys.ofFeedLine("ws", "ben", "24537"));
            reader.advance();
            assertThat(reader.deliveries()).isEqualTo(1);
            assertThat(reader.fold().users("ws")).containsExactly("ana");
            assertThat(reader.fold().users("ws2")).isEmpty();
        }
    }

    @Test
    void theEngineHasNotCaughtUpWhileALineIsSyncing() throws Exception {
        String key = Keys.ofFeedLine("ws", "ana", "24537");
        String feed = connection.topics().feed().name();
        sendValue(feed, key, line(feed, LineStatus.SYNCING));
        try (FeedReader reader = new FeedReader(connection, "ws");
                CaughtUp caughtUp = new CaughtUp(connection, reader, "ws")) {
            Looks looks = new Looks(15, () -> sendValue(feed, key, line(feed, LineStatus.LIVE)));
            caughtUp.await(looks::look);
            assertThat(looks.count).isGreaterThan(15);
            assertThat(reader.fold().lines("ws", "ana"))
                    .extracting(LineState::getState)
                    .containsExactly(LineStatus.LIVE);
        }
    }

    @Test
    void anAddressWithoutPartylineIsRefusedAtOnce() {
        assertThatThrownBy(connection("none")::check)
                .hasMessageContaining("there is no Partyline at " + broker.bootstrapServers());
        connection.check();
    }

    private Connection connection(String name) {
        return new Connection(broker.bootstrapServers(), "mock://" + name, name, new Topics(name + "."));
    }

    private void commit(String topic, long offset) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset));
        admin.alterConsumerGroupOffsets(connection.group(), offsets).all().get();
    }

    private void send(String topic, String... keys) {
        for (String key : keys) {
            sendValue(topic, key, null);
        }
    }

    private void sendValue(String topic, String key, byte @Nullable [] value) {
        try (KafkaProducer<byte[], byte[]> producer = producer(connection.kafka())) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
        }
    }

    /** Returns when the transaction's end can be seen: the broker answers before it has written the marker. */
    private void sendInTransaction(String topic, boolean commit, String... keys) {
        long end = offsets.end(List.of(topic)) + keys.length + 1;
        Map<String, Object> config = connection.kafka();
        config.put("transactional.id", connection.group());
        try (KafkaProducer<byte[], byte[]> producer = producer(config)) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String key : keys) {
                producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), null));
            }
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (offsets.end(List.of(topic)) < end) {
            assertThat(System.nanoTime()).as("deadline for the end of " + topic).isLessThan(deadline);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private byte[] line(String topic, LineStatus state) {
        LineState line = LineState.newBuilder()
                .setNumber("24537")
                .setState(state)
                .setAssigned(true)
                .setCalling(true)
                .setTexting(true)
                .setCallerId(false)
                .setRouted(false)
                .setDone(0)
                .setTotal(0)
                .setVersion(1)
                .build();
        FeedEntry entry = new FeedEntry(FeedEntryKind.LINE, List.of(), null, line, null);
        return connection.serdes().of(FeedEntry.class).serializer().serialize(topic, entry);
    }

    /** Does something at one of the looks. */
    private static final class Looks {
        private final int when;
        private final Runnable what;
        private int count;

        private Looks(int when, Runnable what) {
            this.when = when;
            this.what = what;
        }

        private void look(long behind) {
            count++;
            if (count == when) {
                what.run();
            }
        }
    }
}
