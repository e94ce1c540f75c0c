package dev.partyline.api.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far the engine is behind its inputs, seen from outside: its group's committed offsets against the topics' ends. */
public final class EngineLag implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long WORTH_A_LOOK = 10_000;

    private final Offsets offsets;
    private final Consumer<byte[], byte[]> peek;
    private final String group;
    private final List<String> inputs;

    public EngineLag(Connection connection) {
        this.offsets = new Offsets(connection.admin());
        this.peek = new KafkaConsumer<>(
                committedOnly(connection), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.group = connection.group();
        this.inputs = Stream.of(
                        connection.topics().changes(),
                        connection.topics().movedChanges(),
                        connection.topics().records(),
                        connection.topics().movedRecords(),
                        connection.topics().encounters(),
                        connection.topics().numberAccess(),
                        connection.topics().contactAccess())
                .map(topic -> topic.name())
                .toList();
    }

    /** Events that the engine has still to take in; 0: it has taken in all that was committed before the call. */
    public long behind() {
        List<Gap> gaps = offsets.gaps(group, inputs);
        long size = gaps.stream().mapToLong(Gap::size).sum();
        return size < WORTH_A_LOOK && gaps.stream().noneMatch(this::holdsEvents) ? 0 : size;
    }

    @Override
    public void close() {
        peek.close();
        offsets.close();
    }

    /**
     * A gap may hold nothing but control markers of transactions. A consumer steps over these without being handed
     * anything, so an engine that has been restarted may never commit past the last of them.
     */
    private boolean holdsEvents(Gap gap) {
        TopicPartition partition = gap.partition();
        peek.assign(List.of(partition));
        peek.seek(partition, gap.from());
        while (peek.position(partition) < gap.to()) {
            if (!peek.poll(POLL).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> committedOnly(Connection connection) {
        Map<String, Object> config = connection.kafka();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return config;
    }
}
