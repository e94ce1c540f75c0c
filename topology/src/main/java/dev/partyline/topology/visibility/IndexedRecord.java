package dev.partyline.topology.visibility;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.util.Arrays;
import java.util.Map;

/**
 * A record as the index holds it.
 *
 * @param position its place among its number's records, as in {@code Keys.position}
 * @param sight of the access under which it was last told on its own: by a live event, or for its people or contact
 * @param personal who was last told of it as PARTICIPANT, INBOX or CONTACT_OWNER
 * @param record its latest state
 * @param content the same in bytes, which order two contents of one revision
 */
record IndexedRecord(
        String position, long sight, Map<String, Reasons> personal, TelephonyRecord record, byte[] content) {
    /** The same, told again. */
    IndexedRecord told(long newSight, Map<String, Reasons> newPersonal) {
        return new IndexedRecord(position, newSight, newPersonal, record, content);
    }

    /**
     * Whether this, arriving, takes the place of {@code known}: DESIGN 6, {@code revision}. Erasure is for good; else
     * the higher revision wins, and of two contents with the same revision the one whose bytes compare greater.
     */
    boolean supersedes(IndexedRecord known) {
        if (known.record.getKind() == RecordKind.ERASED) {
            return false;
        }
        if (record.getKind() == RecordKind.ERASED) {
            return true;
        }
        int byRevision = Long.compare(record.getRevision(), known.record.getRevision());
        return byRevision != 0 ? byRevision > 0 : Arrays.compareUnsigned(content, known.content) > 0;
    }
}
