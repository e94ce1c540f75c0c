package dev.partyline.topology.visibility;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.store.StateCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record of the index in bytes: 8 bytes sight; 2 bytes how many were told personally, and for each a byte of reasons, a
 * byte of length and their userId; then the record as {@link StateCodec} writes it.
 */
final class RecordCodec {
    private static final StateCodec<TelephonyRecord> CONTENT = StateCodec.of(TelephonyRecord.class);

    private RecordCodec() {}

    /** A record that has arrived and was told to nobody yet; of an erased one only its identity stays. */
    static IndexedRecord arrived(TelephonyRecord record) {
        TelephonyRecord kept = record.getKind() == RecordKind.ERASED ? erased(record) : record;
        String position = Keys.position(kept.getStartedAt().toEpochMilli(), kept.getRecordId());
        return new IndexedRecord(position, 0, Map.of(), kept, CONTENT.encode(kept));
    }

    /** Whether an index's content has today's schema; then the record's datum is what follows the header. */
    static boolean isOfToday(byte[] content) {
        return CONTENT.isOfToday(content);
    }

    static byte[] encode(IndexedRecord indexed) {
        byte[] content = indexed.content();
        int length = Long.BYTES + Short.BYTES + content.length;
        for (String userId : indexed.personal().keySet()) {
            length += 2 + userId.length(); // ids are ASCII
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).putLong(indexed.sight()).putShort((short)
                indexed.personal().size());
        indexed.personal()
                .forEach((userId, reasons) -> buffer.put(reasons.bits())
                        .put((byte) userId.length())
                        .put(userId.getBytes(StandardCharsets.US_ASCII)));
        return buffer.put(content).array();
    }

    static IndexedRecord decode(String position, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long sight = buffer.getLong();
        Map<String, Reasons> personal = personal(buffer);
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return new IndexedRecord(position, sight, personal, CONTENT.decode(content), content);
    }

    private static Map<String, Reasons> personal(ByteBuffer buffer) {
        int people = Short.toUnsignedInt(buffer.getShort());
        if (people == 0) {
            return Map.of();
        }
        Map<String, Reasons> personal = new LinkedHashMap<>();
        for (int i = 0; i < people; i++) {
            Reasons reasons = Reasons.ofBits(buffer.get());
            byte[] userId = new byte[Byte.toUnsignedInt(buffer.get())];
            buffer.get(userId);
            personal.put(new String(userId, StandardCharsets.US_ASCII), reasons);
        }
        return personal;
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
