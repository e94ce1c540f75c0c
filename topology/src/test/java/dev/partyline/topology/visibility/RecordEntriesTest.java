package dev.partyline.topology.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Direction;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.serde.AvroSerdes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class RecordEntriesTest {
    private static final String TOPIC = "feed";
    private static final long AT = 1_700_000_000_000L;
    private static final List<TelephonyRecord> RECORDS = List.of(
            Samples.answered("call-1", AT, "alice", "bob"),
            Samples.missed("call-2", AT + 1),
            Samples.text("text-1", AT + 2, Direction.OUTBOUND, "alice"),
            Samples.voicemail("mail-1", AT + 3, "carol"),
            Samples.voicemail("mail-2", 0, null),
            Samples.erased("call-3", AT + 4));

    private final Serializer<FeedEntry> avro = new AvroSerdes(
                    AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://record-entries"))
            .of(FeedEntry.class)
            .serializer();
    private final AtomicInteger serialized = new AtomicInteger();

    @Test
    void anEntryIsWhatTheSerializerWrites() {
        RecordEntries entries = new RecordEntries(TOPIC, counted(avro));
        for (int turn = 0; turn < 3; turn++) {
            for (int bits = 1; bits < Reasons.COUNT; bits++) {
                for (TelephonyRecord record : RECORDS) {
                    IndexedRecord told = RecordCodec.arrived(record);
                    Reasons reasons = Reasons.ofBits((byte) bits);
                    assertThat(entries.encode(reasons, told)).isEqualTo(avro.serialize(TOPIC, entry(reasons, told)));
                }
            }
        }
        assertThat(serialized).as("once for each set of reasons").hasValue(Reasons.COUNT - 1);
    }

    @Test
    void aSerializerOfAnotherFormatIsAskedEachTime() {
        Serializer<FeedEntry> text = counted((topic, entry) -> entry.toString().getBytes(StandardCharsets.UTF_8));
        RecordEntries entries = new RecordEntries(TOPIC, text);
        assertEachIsSerialized(entries, text);
    }

    @Test
    void whatHoldsTheRecordTwiceIsSerializedEachTime() {
        Serializer<FeedEntry> twice = counted((topic, entry) -> {
            byte[] once = avro.serialize(topic, entry);
            return ByteBuffer.allocate(2 * once.length).put(once).put(once).array();
        });
        assertEachIsSerialized(new RecordEntries(TOPIC, twice), twice);
    }

    @Test
    void aRecordThatWasStoredWithAnEarlierSchemaIsSerialized() {
        RecordEntries entries = new RecordEntries(TOPIC, counted(avro));
        Reasons reasons = Reasons.of(Reason.ASSIGNEE);
        for (TelephonyRecord record : RECORDS) {
            IndexedRecord today = RecordCodec.arrived(record);
            byte[] earlier = today.content().clone();
            earlier[2]++;
            IndexedRecord told = new IndexedRecord(today.position(), 0, Map.of(), record, earlier);
            assertThat(entries.encode(reasons, told)).isEqualTo(avro.serialize(TOPIC, entry(reasons, today)));
        }
        assertThat(serialized).hasValue(RECORDS.size());
    }

    private void assertEachIsSerialized(RecordEntries entries, Serializer<FeedEntry> serializer) {
        Reasons reasons = Reasons.of(Reason.INBOX);
        for (TelephonyRecord record : RECORDS) {
            IndexedRecord told = RecordCodec.arrived(record);
            assertThat(entries.encode(reasons, told)).isEqualTo(serializer.serialize(TOPIC, entry(reasons, told)));
        }
        assertThat(serialized).as("by the entries and by the test").hasValue(2 * RECORDS.size());
    }

    private Serializer<FeedEntry> counted(Serializer<FeedEntry> serializer) {
        return (topic, entry) -> {
            serialized.incrementAndGet();
            return serializer.serialize(topic, entry);
        };
    }

    private static FeedEntry entry(Reasons reasons, IndexedRecord told) {
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.RECORD)
                .setReasons(reasons.list())
                .setRecord(told.record())
                .build();
    }
}
