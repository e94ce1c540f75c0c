package dev.partyline.topology.visibility;

import dev.partyline.schema.NumberAccess;
import dev.partyline.topology.store.StateCodec;
import java.nio.ByteBuffer;

/**
 * An access that Visibility has applied.
 *
 * @param sight see {@link Access}
 * @param offset where in {@code number-access} it stood: once the group has committed past it, its line rows are
 *     committed too, and it is effective
 * @param access the value
 */
public record AppliedAccess(long sight, long offset, NumberAccess access) {
    private static final StateCodec<NumberAccess> VALUE = StateCodec.of(NumberAccess.class);

    /** Bytes: 8 sight, 8 offset, then the value as {@link StateCodec} writes it. */
    byte[] encode() {
        byte[] value = VALUE.encode(access);
        return ByteBuffer.allocate(2 * Long.BYTES + value.length)
                .putLong(sight)
                .putLong(offset)
                .put(value)
                .array();
    }

    /** Reads what the store {@code number-assignees} holds. */
    public static AppliedAccess decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long sight = buffer.getLong();
        long offset = buffer.getLong();
        byte[] value = new byte[buffer.remaining()];
        buffer.get(value);
        return new AppliedAccess(sight, offset, VALUE.decode(value));
    }
}
