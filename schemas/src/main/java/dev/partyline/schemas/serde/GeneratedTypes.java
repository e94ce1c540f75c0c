package dev.partyline.schemas.serde;

import dev.partyline.schemas.serde.UnreadableMessageException.Reason;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** From a writer's schema to the generated class of the same name, which is what reads it. */
final class GeneratedTypes {
    private GeneratedTypes() {}

    /** What reads the values of one writer's schema. */
    @FunctionalInterface
    interface Reader {
        /**
         * The value that the bytes from {@code offset} to their end hold.
         *
         * @throws IOException when they hold none; Avro also throws whatever it runs into
         */
        SpecificRecord read(byte[] message, int offset) throws IOException;
    }

    /** @throws UnreadableMessageException WRONG_TYPE when there is no such class, or it cannot read the schema */
    static Reader reader(String topic, Schema writer) {
        Class<? extends SpecificRecord> type = find(writer.getFullName());
        if (type == null) {
            throw new UnreadableMessageException(
                    Reason.WRONG_TYPE,
                    "a value on " + topic + " is a '" + writer.getFullName()
                            + "', for which there is no generated class; produce the type that the topic is for");
        }
        try {
            SpecificData data = SpecificData.getForClass(type);
            Schema own = data.getSchema(type);
            return AvroReader.areAlike(writer, own)
                    ? AvroReader.of(own)::read
                    : resolving(new SpecificDatumReader<>(writer, own, data));
        } catch (AvroRuntimeException | IllegalArgumentException e) {
            throw new UnreadableMessageException(
                    Reason.WRONG_TYPE,
                    "a value on " + topic + " is a '" + writer.getFullName() + "' that cannot be read as ours: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Of another version's values. */
    static Reader resolving(DatumReader<? extends SpecificRecord> reader) {
        return (message, offset) -> {
            BoundedDecoder decoder = new BoundedDecoder(message, offset);
            SpecificRecord value = reader.read(null, decoder);
            if (decoder.left() > 0) {
                throw new IOException(decoder.left() + " bytes are left over after it");
            }
            PlainLists.into(value);
            return value;
        };
    }

    /** Initialises nothing that is not a generated class: the name comes from the message. */
    private static @Nullable Class<? extends SpecificRecord> find(String name) {
        try {
            Class<?> type = Class.forName(name, false, GeneratedTypes.class.getClassLoader());
            return SpecificRecord.class.isAssignableFrom(type) ? type.asSubclass(SpecificRecord.class) : null;
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
