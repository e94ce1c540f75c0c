package dev.partyline.api.stream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * How far a client has followed a feed. Opaque to callers: they get {@link #toString} and give it back to {@link #parse}.
 *
 * @param owner whose feed, and in which topic
 * @param partition of the topic {@code feed}
 * @param offset of the next row there; {@link #OVER}: there is no going on from here
 * @param issuedAt when the client got it, milliseconds since the epoch
 * @param withheld what the client was not given, or was told to drop, although it may still stand in the feed
 */
public record ResumePoint(FeedOwner owner, int partition, long offset, long issuedAt, Withholding withheld) {
    /** The offset of a point from which nobody can go on. */
    static final long OVER = -1;

    private static final byte VERSION = 1;
    private static final int FIXED_BYTES = 1 + 2 * Long.BYTES + Integer.BYTES + 2 * Long.BYTES + 1;
    private static final int WITHHELD_BYTES = Integer.BYTES + Long.BYTES;
    /** Most lines that a point remembers; it must fit into a header. */
    private static final int MOST_WITHHELD = 60;

    private static final byte UNKNOWN = (byte) 0xff;

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when {@code text} is nothing that a feed gave out
     */
    public static ResumePoint parse(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length < FIXED_BYTES + Integer.BYTES || bytes[0] != VERSION) {
            throw notAPoint();
        }
        byte[] body = Arrays.copyOf(bytes, bytes.length - Integer.BYTES);
        if (ByteBuffer.wrap(bytes).getInt(body.length) != checksum(body)) {
            throw notAPoint();
        }
        try {
            return read(ByteBuffer.wrap(body, 1, body.length - 1));
        } catch (BufferUnderflowException e) {
            throw notAPoint();
        }
    }

    /**
     * Where a client goes on that holds what it got up to either point: from the earlier one, without what either withheld.
     *
     * @throws StreamRefusedException when {@code other} is of another feed
     */
    ResumePoint and(ResumePoint other) {
        if (owner.user() != other.owner.user()) {
            throw new StreamRefusedException(Refusal.FOREIGN);
        }
        boolean together = owner.equals(other.owner) && partition == other.partition;
        long earlier = together ? Math.min(offset, other.offset) : OVER;
        return new ResumePoint(
                owner, partition, earlier, Math.min(issuedAt, other.issuedAt), withheld.and(other.withheld));
    }

    boolean isOver() {
        return offset == OVER;
    }

    @Override
    public String toString() {
        boolean many = withheld.unknown() || withheld.showsFrom().size() > MOST_WITHHELD;
        Map<Integer, Long> lines = many ? Map.of() : withheld.showsFrom();
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + lines.size() * WITHHELD_BYTES + Integer.BYTES);
        bytes.put(VERSION).putLong(owner.user()).putLong(owner.topic());
        bytes.putInt(partition).putLong(offset).putLong(issuedAt);
        bytes.put(many ? UNKNOWN : (byte) lines.size());
        lines.forEach((number, from) -> bytes.putInt(number).putLong(from));
        bytes.putInt(checksum(Arrays.copyOf(bytes.array(), bytes.position())));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static ResumePoint read(ByteBuffer body) {
        FeedOwner owner = new FeedOwner(body.getLong(), body.getLong());
        int partition = body.getInt();
        long offset = body.getLong();
        long issuedAt = body.getLong();
        Withholding withheld = withheld(body, body.get());
        if (body.hasRemaining() || offset < OVER) {
            throw notAPoint();
        }
        return new ResumePoint(owner, partition, offset, issuedAt, withheld);
    }

    private static Withholding withheld(ByteBuffer body, byte count) {
        if (count == UNKNOWN) {
            return Withholding.UNKNOWN;
        }
        SortedMap<Integer, Long> showsFrom = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            showsFrom.put(body.getInt(), body.getLong());
        }
        return new Withholding(false, showsFrom);
    }

    private static int checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return (int) crc.getValue();
    }

    private static IllegalArgumentException notAPoint() {
        return new IllegalArgumentException("not a resume point that a feed gave out");
    }
}
