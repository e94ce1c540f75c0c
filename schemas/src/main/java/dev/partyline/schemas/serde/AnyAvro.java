package dev.partyline.schemas.serde;

import dev.partyline.schemas.registry.RegistryClient;
import dev.partyline.schemas.registry.RegistryClients;
import dev.partyline.schemas.registry.UnknownSchemaException;
import dev.partyline.schemas.serde.UnreadableMessageException.Reason;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;

/** Values of whatever type, for people to look at: JSON, by the schema that each names. Nothing is decided by it. */
public final class AnyAvro {
    private final RegistryClient registry;

    /** @param settings how the registry is reached: see {@link dev.partyline.schemas.registry.RegistryConfig} */
    public AnyAvro(Map<String, ?> settings) {
        this.registry = RegistryClients.of(settings);
    }

    /**
     * A value that could be read.
     *
     * @param schemaId of the schema that it was written with
     * @param type that schema's full name
     * @param json the value; times are numbers, as they were written
     */
    public record Datum(int schemaId, String type, String json) {}

    /**
     * Reads a value with the schema that it was written with.
     *
     * @param topic where it was found, for messages
     * @throws UnreadableMessageException when it cannot be read; the text says why
     * @throws org.apache.kafka.common.KafkaException when the registry does not answer, or refuses
     */
    public Datum read(String topic, byte[] message) {
        int id = WireFormat.schemaId(topic, message);
        Schema schema = schema(id);
        try {
            BoundedDecoder decoder = new BoundedDecoder(message, WireFormat.HEADER_LENGTH);
            Object value = new GenericDatumReader<>(schema).read(null, decoder);
            if (decoder.left() > 0) {
                throw new IOException(decoder.left() + " bytes are left over after it");
            }
            return new Datum(id, schema.getFullName(), GenericData.get().toString(value));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // As in AvroMessageDeserializer: Avro fails on bad bytes with whatever it runs into.
            throw new UnreadableMessageException(
                    Reason.NOT_AVRO, "it names schema id " + id + " (" + schema.getFullName() + "), but: " + e, e);
        }
    }

    private Schema schema(int id) {
        try {
            return registry.byId(id);
        } catch (UnknownSchemaException e) {
            throw new UnreadableMessageException(
                    Reason.UNKNOWN_SCHEMA, "it names schema id " + id + ": " + e.getMessage(), e);
        }
    }
}
