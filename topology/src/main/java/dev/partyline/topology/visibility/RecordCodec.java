package dev.partyline.topology.visibility;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.store.StateCodec;
import java.nio.ByteBuffer;

/** A record of the index in bytes: 8 bytes sight, then the record as {@link StateCodec} writes it. */
final class RecordCodec {
    private static final StateCodec<TelephonyRecord> CONTENT = StateCodec.of(TelephonyRecord.class);

    private RecordCodec() {}

    /** A record that has arrived, as it is to be told under {@code sight}; of an erased one only its identity stays. */
    static IndexedRecord arrived(TelephonyRecord record, long sight) {
        TelephonyRecord kept = record.getKind() == RecordKind.ERASED ? erased(record) : record;
        String position = Keys.position(kept.getStartedAt().toEpochMilli(), kept.getRecordId());
        return new IndexedRecord(position, sight, kept, CONTENT.encode(kept));
    }

    static byte[] encode(IndexedRecord indexed) {
        byte[] content = indexed.content();
        return ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(indexed.sight())
                .put(content)
                .array();
    }

    static IndexedRecord decode(String position, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long sight = buffer.getLong();
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return new IndexedRecord(position, sight, CONTENT.decode(content), content);
    }

    private static TelephonyRecord erased(TelephonyRecord record) {
        return TelephonyRecord.newBuilder()
                .setRecordId(record.getRecordId())
                .setWorkspaceId(record.getWorkspaceId())
                .setNumber(record.getNumber())
                .setDirection(record.getDirection())
                .setStartedAt(record.getStartedAt())
                .setRevision(record.getRevision())
                .setKind(RecordKind.ERASED)
                .build();
    }
}
