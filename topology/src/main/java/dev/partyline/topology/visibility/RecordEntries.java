package dev.partyline.topology.visibility;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.topology.store.StateCodec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The feed's entries of records in bytes. The index has a record's bytes already, and in an entry the same stand between a
 * beginning and an end that follow from the reasons alone: these are learnt from the first entry that the serializer writes.
 * Of a serializer that does not write a record as the index does, every entry is its own work.
 */
final class RecordEntries {
    private final String topic;
    private final Serializer<FeedEntry> serializer;
    /** By {@link Reasons#bits}; null: not learnt yet. */
    private final @Nullable Optional<Frame>[] frames;

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of a generic type.
    RecordEntries(String topic, Serializer<FeedEntry> serializer) {
        this.topic = topic;
        this.serializer = serializer;
        this.frames = new Optional[Reasons.COUNT];
    }

    /** The row's value. */
    byte[] encode(Reasons reasons, IndexedRecord told) {
        if (!RecordCodec.isOfToday(told.content())) {
            return serialized(reasons, told);
        }
        Optional<Frame> frame = frames[reasons.bits()];
        if (frame != null && frame.isPresent()) {
            return frame.get().around(told.content());
        }
        byte[] value = serialized(reasons, told);
        if (frame == null) {
            frames[reasons.bits()] = Frame.of(value, told.content());
        }
        return value;
    }

    private byte[] serialized(Reasons reasons, IndexedRecord told) {
        return serializer.serialize(
                topic,
                FeedEntry.newBuilder()
                        .setKind(FeedEntryKind.RECORD)
                        .setReasons(reasons.list())
                        .setRecord(told.record())
                        .build());
    }

    /** What stands around a record's datum. */
    private record Frame(byte[] beginning, byte[] end) {
        /** Of an entry, and the index's bytes of its record; empty: these are not in it, or not just once. */
        static Optional<Frame> of(byte[] value, byte[] content) {
            int length = content.length - StateCodec.HEADER_BYTES;
            int from = find(value, content, 0);
            if (from < 0 || find(value, content, from + 1) >= 0) {
                return Optional.empty();
            }
            return Optional.of(
                    new Frame(Arrays.copyOf(value, from), Arrays.copyOfRange(value, from + length, value.length)));
        }

        private static int find(byte[] value, byte[] content, int begin) {
            int length = content.length - StateCodec.HEADER_BYTES;
            for (int from = begin; from + length <= value.length; from++) {
                if (Arrays.equals(value, from, from + length, content, StateCodec.HEADER_BYTES, content.length)) {
                    return from;
                }
            }
            return -1;
        }

        byte[] around(byte[] content) {
            int length = content.length - StateCodec.HEADER_BYTES;
            return ByteBuffer.allocate(beginning.length + length + end.length)
                    .put(beginning)
                    .put(content, StateCodec.HEADER_BYTES, length)
                    .put(end)
                    .array();
        }
    }
}
