package dev.partyline.schemas.serde;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary decoder over one message, which believes no length that the bytes left cannot hold. Avro's own
 * allocates first, whatever length a message declares, and its limits hold for a whole JVM.
 *
 * <p>An array or map may not have more items left than bytes: items that take no bytes are refused with it.
 */
final class BoundedDecoder extends Decoder {
    private final BinaryDecoder in;
    private final int length;
    private byte[] scratch = new byte[64];

    BoundedDecoder(byte[] bytes, int offset) {
        this.length = bytes.length - offset;
        this.in = DecoderFactory.get().binaryDecoder(bytes, offset, length, null);
    }

    /** Bytes not yet read. */
    int left() throws IOException {
        return in.inputStream().available();
    }

    @Override
    public String readString() throws IOException {
        int size = readSize();
        if (size > scratch.length) {
            scratch = new byte[Math.min(length, Math.max(size, 2 * scratch.length))];
        }
        in.readFixed(scratch, 0, size);
        return new String(scratch, 0, size, StandardCharsets.UTF_8);
    }

    @Override
    @SuppressWarnings("NullAway") // Avro allows null for "nothing to reuse", and declares nothing.
    public Utf8 readString(Utf8 old) throws IOException {
        byte[] bytes = new byte[readSize()];
        in.readFixed(bytes, 0, bytes.length);
        return new Utf8(bytes);
    }

    @Override
    @SuppressWarnings("NullAway")
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        byte[] bytes = new byte[readSize()];
        in.readFixed(bytes, 0, bytes.length);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void skipString() throws IOException {
        in.skipFixed(readSize());
    }

    @Override
    public void skipBytes() throws IOException {
        in.skipFixed(readSize());
    }

    @Override
    public long readArrayStart() throws IOException {
        return bounded(in.readArrayStart());
    }

    @Override
    public long arrayNext() throws IOException {
        return bounded(in.arrayNext());
    }

    @Override
    public long skipArray() throws IOException {
        return bounded(in.skipArray());
    }

    @Override
    public long readMapStart() throws IOException {
        return bounded(in.readMapStart());
    }

    @Override
    public long mapNext() throws IOException {
        return bounded(in.mapNext());
    }

    @Override
    public long skipMap() throws IOException {
        return bounded(in.skipMap());
    }

    private int readSize() throws IOException {
        return (int) bounded(in.readLong());
    }

    private long bounded(long size) throws IOException {
        int left = left();
        if (size < 0 || size > left) {
            throw new EOFException("a length or count of " + size + " with " + left + " bytes left");
        }
        return size;
    }

    @Override
    public void readNull() throws IOException {
        in.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return in.readDouble();
    }

    @Override
    public void readFixed(byte[] bytes, int start, int size) throws IOException {
        in.readFixed(bytes, start, size);
    }

    @Override
    public void skipFixed(int size) throws IOException {
        in.skipFixed(size);
    }

    @Override
    public int readEnum() throws IOException {
        return in.readEnum();
    }

    @Override
    public int readIndex() throws IOException {
        return in.readIndex();
    }
}
