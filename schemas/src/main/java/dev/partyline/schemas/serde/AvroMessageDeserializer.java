package dev.partyline.schemas.serde;

import dev.partyline.schemas.registry.RegistryClient;
import dev.partyline.schemas.registry.UnknownSchemaException;
import dev.partyline.schemas.serde.UnreadableMessageException.Reason;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads values in the wire format into the generated class that the writer's schema names. Safe for many threads. */
final class AvroMessageDeserializer implements Deserializer<SpecificRecord> {
    private final RegistryClient registry;
    private final ConcurrentMap<Integer, GeneratedTypes.Reader> readers = new ConcurrentHashMap<>();

    AvroMessageDeserializer(RegistryClient registry) {
        this.registry = registry;
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] message) {
        if (message == null) {
            return null;
        }
        int id = WireFormat.schemaId(topic, message);
        GeneratedTypes.Reader reader = readers.get(id);
        return read(topic, message, reader != null ? reader : readerFor(topic, id));
    }

    private GeneratedTypes.Reader readerFor(String topic, int id) {
        GeneratedTypes.Reader reader = GeneratedTypes.reader(topic, writerSchema(topic, id));
        readers.put(id, reader);
        return reader;
    }

    private Schema writerSchema(String topic, int id) {
        try {
            return registry.byId(id);
        } catch (UnknownSchemaException e) {
            throw new UnreadableMessageException(
                    Reason.UNKNOWN_SCHEMA,
                    "a value on " + topic + " names schema id " + id + ", which cannot be had: " + e.getMessage()
                            + "; produce it with the same registry that the engine uses",
                    e);
        }
    }

    private static SpecificRecord read(String topic, byte[] message, GeneratedTypes.Reader reader) {
        try {
            return reader.read(message, WireFormat.HEADER_LENGTH);
        } catch (AvroTypeException e) {
            throw unreadable(Reason.WRONG_TYPE, topic, "was written with a schema that cannot be read as ours", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Avro fails on bad bytes with whatever it runs into; a hostile recursive schema even with the stack.
            throw unreadable(Reason.NOT_AVRO, topic, "is no datum of the schema that it names", e);
        }
    }

    private static UnreadableMessageException unreadable(Reason reason, String topic, String what, Throwable cause) {
        return new UnreadableMessageException(
                reason,
                "a value on " + topic + " " + what + ": " + cause + "; write it with the schema registered for it",
                cause);
    }
}
