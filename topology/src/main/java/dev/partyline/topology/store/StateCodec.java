package dev.partyline.topology.store;

import dev.partyline.schemas.serde.AvroReader;
import dev.partyline.schemas.serde.AvroWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The one way state is stored: Avro's single-object encoding, which names its schema by fingerprint and needs no
 * registry. A schema that changes leaves each earlier version behind as the resource {@code /state/<Name>-<n>.avsc}, n from
 * 1, so that what an older engine stored can still be read. Safe for use by many threads.
 */
public final class StateCodec<V extends SpecificRecord> {
    private static final byte[] MARK = {(byte) 0xc3, 1};
    /** What stands before the datum. */
    public static final int HEADER_BYTES = MARK.length + Long.BYTES;

    private final byte[] header;
    private final AvroWriter<V> writer;
    private final AvroReader<V> reader;
    private final BinaryMessageDecoder<V> ofAnyVersion;

    private StateCodec(
            byte[] header, AvroWriter<V> writer, AvroReader<V> reader, BinaryMessageDecoder<V> ofAnyVersion) {
        this.header = header;
        this.writer = writer;
        this.reader = reader;
        this.ofAnyVersion = ofAnyVersion;
    }

    /** The codec of a generated class, that reads what its earlier versions wrote, too. */
    public static <V extends SpecificRecord> StateCodec<V> of(Class<V> type) {
        return of(type, earlier(type));
    }

    /** As {@link #of(Class)}, with these as the earlier versions. */
    static <V extends SpecificRecord> StateCodec<V> of(Class<V> type, List<Schema> earlier) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        BinaryMessageDecoder<V> ofAnyVersion = new BinaryMessageDecoder<>(model, schema);
        for (Schema version : earlier) {
            ofAnyVersion.addSchema(version);
        }
        return new StateCodec<>(header(schema), AvroWriter.of(type), AvroReader.of(type), ofAnyVersion);
    }

    /** Two bytes that mark the encoding, and the schema's fingerprint, the lowest byte first. */
    private static byte[] header(Schema schema) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARK)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    /** The versions before today's, oldest first. */
    static List<Schema> earlier(Class<?> type) {
        List<Schema> schemas = new ArrayList<>();
        for (int n = 1; ; n++) {
            try (InputStream file =
                    StateCodec.class.getResourceAsStream("/state/" + type.getSimpleName() + "-" + n + ".avsc")) {
                if (file == null) {
                    return schemas;
                }
                schemas.add(new Schema.Parser().parse(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The stored form of {@code value}. */
    public byte[] encode(V value) {
        return writer.write(header, value);
    }

    /** Whether {@code stored} is of today's schema: as {@link #encode} writes it. */
    public boolean isOfToday(byte[] stored) {
        return stored.length >= HEADER_BYTES && Arrays.mismatch(header, stored) == HEADER_BYTES;
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws org.apache.avro.AvroRuntimeException when {@code stored} is of a schema that this codec does not know
     */
    public V decode(byte[] stored) {
        try {
            return isOfToday(stored) ? reader.read(stored, HEADER_BYTES) : ofAnyVersion.decode(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as Kafka's serde, for stores that hold nothing but {@code V}. */
    @SuppressWarnings("NullAway") // Kafka's serdes take and give null for an absent value
    public Serde<V> serde() {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(value),
                (topic, stored) -> stored == null ? null : decode(stored));
    }
}
