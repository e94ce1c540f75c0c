package dev.partyline.schemas.serde;

import dev.partyline.schemas.registry.RegistryClient;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes values in the wire format. Safe for many threads. */
final class AvroMessageSerializer<V extends SpecificRecord> implements Serializer<V> {
    private final RegistryClient registry;
    private final boolean autoRegister;
    private final ConcurrentMap<Class<?>, Type> types = new ConcurrentHashMap<>();

    AvroMessageSerializer(RegistryClient registry, boolean autoRegister) {
        this.registry = registry;
        this.autoRegister = autoRegister;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable V value) {
        if (value == null) {
            return null;
        }
        Type type = types.computeIfAbsent(value.getClass(), c -> Type.of(value));
        byte[] header = header(topic, type);
        try {
            return type.writer().write(header, value);
        } catch (RuntimeException e) {
            throw new SerializationException(
                    "a " + value.getClass().getName() + " for " + topic + " does not fit its schema: " + e.getMessage(),
                    e);
        }
    }

    /** Kept by the topic's name alone: to compare schemas for each value took more time than to write it. */
    private byte[] header(String topic, Type type) {
        byte[] known = type.headers().get(topic);
        return known != null
                ? known
                : type.headers().computeIfAbsent(topic, each -> WireFormat.header(ask(each + "-value", type.schema())));
    }

    private int ask(String subject, Schema schema) {
        try {
            return autoRegister ? registry.register(subject, schema) : registry.lookUp(subject, schema);
        } catch (RetriableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }

    /** A generated class: its schema as published, what writes it, and its header in the topics to which it was written. */
    private record Type(Schema schema, AvroWriter<SpecificRecord> writer, ConcurrentMap<String, byte[]> headers) {
        static Type of(SpecificRecord value) {
            return new Type(
                    ValueSchemas.published(value.getSchema()),
                    AvroWriter.of(value.getSchema()),
                    new ConcurrentHashMap<>());
        }
    }
}
