package dev.partyline.schemas.serde;

import dev.partyline.schemas.registry.InMemoryRegistryClient;
import dev.partyline.schemas.registry.RegistryClient;
import dev.partyline.schemas.registry.RegistryClients;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** A serde on a registry of its own. */
final class Serdes {
    final RegistryClient registry;
    final ConfluentAvroSerde<SpecificRecord> serde = new ConfluentAvroSerde<>();

    Serdes() {
        this(new InMemoryRegistryClient(), Map.of());
    }

    Serdes(RegistryClient registry, Map<String, Object> settings) {
        this.registry = registry;
        Map<String, Object> all = new HashMap<>(settings);
        all.put(RegistryClients.INSTANCE, registry);
        serde.configure(all, false);
    }

    byte[] write(SpecificRecord value) {
        return serde.serializer().serialize("t", value);
    }

    SpecificRecord read(byte[] message) {
        return serde.deserializer().deserialize("t", message);
    }

    /** A message of these bytes, under a schema that is registered for it. */
    byte[] message(Schema schema, byte... datum) {
        return ByteBuffer.allocate(5 + datum.length)
                .put((byte) 0)
                .putInt(registry.register("t-value", schema))
                .put(datum)
                .array();
    }
}
