package dev.partyline.topology.visibility;

import dev.partyline.schema.Encounter;
import dev.partyline.schema.EncounterKind;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Writes what a number tells its workspace's directory. */
final class EncounterWriter {
    private final ProcessorContext<byte[], byte[]> context;
    private final EncounterSink sink;

    EncounterWriter(ProcessorContext<byte[], byte[]> context, EncounterSink sink) {
        this.context = context;
        this.sink = sink;
    }

    /** The sink of encounters: its node's name, its topic, and the serializer of its values. */
    record EncounterSink(String node, String topic, Serializer<Encounter> serializer) {}

    /** {@code record} names somebody whom the number's access does not know. */
    void person(TelephonyRecord record, String userId) {
        write(new Encounter(record.getWorkspaceId(), record.getNumber(), EncounterKind.PERSON, userId, 0L));
    }

    /** {@code record} is the number's first of this contact. */
    void contact(TelephonyRecord record, String contactId) {
        write(new Encounter(record.getWorkspaceId(), record.getNumber(), EncounterKind.CONTACT, contactId, 0L));
    }

    /** The number has applied an access that named {@code userId} as returning. */
    void returned(NumberAccess applied, String userId) {
        write(new Encounter(
                applied.getWorkspaceId(), applied.getNumber(), EncounterKind.RETURNED, userId, applied.getVersion()));
    }

    private void write(Encounter encounter) {
        context.forward(
                new Record<>(
                        encounter.getWorkspaceId().getBytes(StandardCharsets.UTF_8),
                        sink.serializer().serialize(sink.topic(), encounter),
                        context.currentSystemTimeMs()),
                sink.node());
    }
}
