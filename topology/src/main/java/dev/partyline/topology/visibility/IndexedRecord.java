package dev.partyline.topology.visibility;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.util.Arrays;

/**
 * A record as the index holds it.
 *
 * @param position its place among its number's records, as in {@code Keys.position}
 * @param sight of the access under which a live event last told of it
 * @param record its latest state
 * @param content the same in bytes, which order two contents of one revision
 */
record IndexedRecord(String position, long sight, TelephonyRecord record, byte[] content) {

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
