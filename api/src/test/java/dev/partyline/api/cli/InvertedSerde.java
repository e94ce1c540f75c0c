package dev.partyline.api.cli;

import dev.partyline.schemas.serde.ConfluentAvroSerde;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A serde of somebody else: what it writes has every bit of the wire format turned, and nobody else can read it. */
public final class InvertedSerde<V extends SpecificRecord> implements Serde<V> {
    private final ConfluentAvroSerde<V> upright = new ConfluentAvroSerde<>();

    public InvertedSerde() {}

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        upright.configure(configs, isKey);
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's serdes take and give null for an absent value
    public Serializer<V> serializer() {
        return (topic, value) -> inverted(upright.serializer().serialize(topic, value));
    }

    @Override
    @SuppressWarnings("NullAway")
    public Deserializer<V> deserializer() {
        return (topic, bytes) -> upright.deserializer().deserialize(topic, inverted(bytes));
    }

    private static byte @Nullable [] inverted(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = (byte) ~bytes[i];
        }
        return turned;
    }
}
