package dev.partyline.api.stack;

import dev.partyline.model.LoggedChange;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.history.History;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A history's events as messages, changes and records interleaved at random. Some lie in a wrong partition: any of the
 * records, but of a workspace's changes all or none, and all in the same one, because else their order would be open.
 */
public final class Events {
    private final EngineSetup setup;
    private final int partitions;
    private final Random random;
    private final Serializer<DirectoryChange> changes;
    private final Serializer<TelephonyRecord> records;
    private final Map<String, Integer> shifts = new HashMap<>();

    public Events(EngineSetup setup, int partitions, Random random) {
        this.setup = setup;
        this.partitions = partitions;
        this.random = random;
        this.changes = setup.serdes().of(DirectoryChange.class).serializer();
        this.records = setup.serdes().of(TelephonyRecord.class).serializer();
    }

    public List<ProducerRecord<byte[], byte[]>> of(History history) {
        Deque<LoggedChange> changesLeft = new ArrayDeque<>(history.changes());
        Deque<TelephonyRecord> recordsLeft = new ArrayDeque<>(history.records());
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        while (!changesLeft.isEmpty() || !recordsLeft.isEmpty()) {
            boolean change = random.nextInt(changesLeft.size() + recordsLeft.size()) < changesLeft.size();
            messages.add(change ? message(changesLeft.removeFirst().change()) : message(recordsLeft.removeFirst()));
        }
        return messages;
    }

    private ProducerRecord<byte[], byte[]> message(DirectoryChange change) {
        String workspaceId = change.getWorkspaceId();
        int shift = shifts.computeIfAbsent(workspaceId, unused -> shift(2));
        Topic<DirectoryChange> topic = setup.topics().changes();
        return message(topic, workspaceId, shift, changes.serialize(topic.name(), change));
    }

    private ProducerRecord<byte[], byte[]> message(TelephonyRecord event) {
        Topic<TelephonyRecord> topic = setup.topics().records();
        return message(topic, event.getNumber(), shift(4), records.serialize(topic.name(), event));
    }

    /** How far from the right partition: 0 but for one in {@code odds}. */
    private int shift(int odds) {
        return random.nextInt(odds) > 0 ? 0 : 1 + random.nextInt(partitions - 1);
    }

    private ProducerRecord<byte[], byte[]> message(Topic<?> topic, String key, int shift, byte[] value) {
        int partition = (Partitions.ofKey(key, partitions) + shift) % partitions;
        return new ProducerRecord<>(topic.name(), partition, key.getBytes(StandardCharsets.UTF_8), value);
    }
}
