package dev.partyline.schemas.serde;

import dev.partyline.schemas.registry.RegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes values in the wire format. Safe for many threads; each has a buffer of its own. */
final class AvroMessageSerializer<V extends SpecificRecord> implements Serializer<V> {
    private static final int BUFFER_KEPT = 1 << 20;

    private final RegistryClient registry;
    private final boolean autoRegister;
    private final ConcurrentMap<Class<?>, Type> types = new ConcurrentHashMap<>();
    private final ThreadLocal<Buffer> buffers = ThreadLocal.withInitial(Buffer::new);

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
        int id = schemaId(topic, type);
        try {
            return buffers.get().write(id, type.writer(), value);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "a " + value.getClass().getName() + " for " + topic + " does not fit its schema: " + e.getMessage(),
                    e);
        } finally {
            buffers.get().shrink(buffers::remove);
        }
    }

    /** Kept by the topic's name alone: to compare schemas for each value took more time than to write it. */
    private int schemaId(String topic, Type type) {
        Integer known = type.ids().get(topic);
        return known != null ? known : type.ids().computeIfAbsent(topic, each -> ask(each + "-value", type.schema()));
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

    /** A generated class: its schema as published, what writes it, and its id in the topics to which it was written. */
    private record Type(Schema schema, DatumWriter<SpecificRecord> writer, ConcurrentMap<String, Integer> ids) {
        static Type of(SpecificRecord value) {
            SpecificData data = SpecificData.getForClass(value.getClass());
            return new Type(
                    ValueSchemas.published(value.getSchema()),
                    new SpecificDatumWriter<>(value.getSchema(), data),
                    new ConcurrentHashMap<>());
        }
    }

    private static final class Buffer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        private @Nullable BinaryEncoder encoder;

        byte[] write(int schemaId, DatumWriter<SpecificRecord> writer, SpecificRecord value) throws IOException {
            out.reset();
            WireFormat.writeHeader(out, schemaId);
            BinaryEncoder reused = EncoderFactory.get().directBinaryEncoder(out, encoder);
            encoder = reused;
            writer.write(value, reused);
            return out.toByteArray();
        }

        /** One large value must not keep its memory for the thread's life. */
        void shrink(Runnable discard) {
            if (out.size() > BUFFER_KEPT) {
                discard.run();
            }
        }
    }
}
