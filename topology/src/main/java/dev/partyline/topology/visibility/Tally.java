package dev.partyline.topology.visibility;

import java.nio.ByteBuffer;

/**
 * What is known of a number's records without looking at them. In bytes 8 for each; one that was written before there was
 * a {@code newestAt} has but the count, and rules nothing out.
 *
 * @param count how many there are, erased ones included
 * @param newestAt none has ever started later, milliseconds since the epoch
 */
record Tally(long count, long newestAt) {
    /** What one takes of the heap. */
    static final long HEAP_BYTES = 32;

    static final Tally NONE = new Tally(0, Long.MIN_VALUE);

    static Tally decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Tally(buffer.getLong(), buffer.hasRemaining() ? buffer.getLong() : Long.MAX_VALUE);
    }

    byte[] encode() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(count)
                .putLong(newestAt)
                .array();
    }

    /** With one record more, which was not there. */
    Tally with(IndexedRecord record) {
        return new Tally(count + 1, Math.max(newestAt, startedAt(record)));
    }

    /** With one less. */
    Tally without() {
        return new Tally(count - 1, newestAt);
    }

    /** Whether there may be a record with the identity of {@code arrived}: not if that is newer than all. */
    boolean mayHold(IndexedRecord arrived) {
        return startedAt(arrived) <= newestAt;
    }

    private static long startedAt(IndexedRecord record) {
        return record.record().getStartedAt().toEpochMilli();
    }
}
