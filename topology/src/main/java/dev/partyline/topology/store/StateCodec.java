package dev.partyline.topology.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
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
    private final BinaryMessageEncoder<V> encoder;
    private final BinaryMessageDecoder<V> decoder;

    private StateCodec(BinaryMessageEncoder<V> encoder, BinaryMessageDecoder<V> decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /** The codec of a generated class, that reads what its earlier versions wrote, too. */
    public static <V extends SpecificRecord> StateCodec<V> of(Class<V> type) {
        return of(type, earlier(type));
    }

    /** As {@link #of(Class)}, with these as the earlier versions. */
    static <V extends SpecificRecord> StateCodec<V> of(Class<V> type, List<Schema> earlier) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        BinaryMessageDecoder<V> decoder = new BinaryMessageDecoder<>(model, schema);
        for (Schema version : earlier) {
            decoder.addSchema(version);
        }
        return new StateCodec<>(new BinaryMessageEncoder<>(model, schema), decoder);
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
        try {
            return encoder.encode(value).array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws org.apache.avro.AvroRuntimeException when {@code stored} is of a schema that this codec does not know
     */
    public V decode(byte[] stored) {
        try {
            return decoder.decode(stored);
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
