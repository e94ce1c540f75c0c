package dev.partyline.schemas.serde;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Avro's binary encoding of simple values, out of an array. Believes no length and no count that the bytes left cannot hold.
 * Not safe for many threads.
 */
final class AvroInput {
    private static final int SEVEN_BITS = 0x7f;

    private final byte[] bytes;
    private int position;

    AvroInput(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.position = offset;
    }

    /** Bytes not yet read. */
    int left() {
        return bytes.length - position;
    }

    boolean readBoolean() throws IOException {
        return next() == 1;
    }

    int readInt() throws IOException {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = next();
            value |= (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("an int has more than five bytes");
    }

    long readLong() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = next();
            value |= (long) (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("a long has more than ten bytes");
    }

    String readString() throws IOException {
        int size = bounded(readLong());
        String text = new String(bytes, position, size, StandardCharsets.UTF_8);
        position += size;
        return text;
    }

    ByteBuffer readBytes() throws IOException {
        byte[] copy = new byte[bounded(readLong())];
        System.arraycopy(bytes, position, copy, 0, copy.length);
        position += copy.length;
        return ByteBuffer.wrap(copy);
    }

    /** How many items of an array follow one another; 0: no more. Items that take no bytes are refused with too many. */
    int readItems() throws IOException {
        long count = readLong();
        if (count >= 0) {
            return bounded(count);
        }
        readLong(); // how many bytes they take, for readers that pass them over
        return bounded(-count);
    }

    private int bounded(long size) throws IOException {
        if (size < 0 || size > left()) {
            throw new EOFException("a length or count of " + size + " with " + left() + " bytes left");
        }
        return (int) size;
    }

    private byte next() throws IOException {
        if (position == bytes.length) {
            throw new EOFException("it ends early");
        }
        return bytes[position++];
    }
}
