package dev.partyline.schemas.serde;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Avro's binary encoding of simple values, into an array that grows and is used again. Not safe for many threads. */
final class AvroOutput {
    private static final int FIRST_CAPACITY = 512;
    /** One large value must not keep its memory for the thread's life. */
    private static final int MOST_KEPT = 1 << 20;

    private static final int MOST_BYTES_OF_A_LONG = 10;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE_FOLLOW = 0x80;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    void clear() {
        length = 0;
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[FIRST_CAPACITY];
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** As they are, without a length. */
    void writeRaw(byte[] raw) {
        reserve(raw.length);
        System.arraycopy(raw, 0, bytes, length, raw.length);
        length += raw.length;
    }

    void writeBoolean(boolean value) {
        reserve(1);
        bytes[length++] = (byte) (value ? 1 : 0);
    }

    /** Zigzag, then seven bits a byte, the lowest first; an int of the same value looks the same. */
    void writeLong(long value) {
        reserve(MOST_BYTES_OF_A_LONG);
        long left = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((left & ~SEVEN_BITS) != 0) {
            bytes[length++] = (byte) (left & SEVEN_BITS | MORE_FOLLOW);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
    }

    void writeString(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeLong(utf8.length);
        writeRaw(utf8);
    }

    void writeBytes(ByteBuffer value) {
        int size = value.remaining();
        writeLong(size);
        reserve(size);
        value.duplicate().get(bytes, length, size);
        length += size;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
