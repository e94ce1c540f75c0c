package dev.partyline.topology.intake;

import dev.partyline.schemas.serde.SerdeErrors;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.intake.DeadLetter.Reason;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads events of one topic from their bytes. */
final class EventReader<V extends SpecificRecord> {
    private final Topic<V> topic;
    private final Deserializer<V> deserializer;

    EventReader(Topic<V> topic, Deserializer<V> deserializer) {
        this.topic = topic;
        this.deserializer = deserializer;
    }

    /**
     * The event, of the topic's own type.
     *
     * @throws UntakableException when the message itself is at fault
     * @throws RuntimeException when the registry is: the task stops, and the message is taken again later
     */
    V read(byte @Nullable [] key, byte @Nullable [] value) throws UntakableException {
        if (key == null) {
            throw new UntakableException(Reason.NULL_KEY, "the key is null; DESIGN 5 says what it must be");
        }
        if (value == null) {
            throw new UntakableException(Reason.NULL_VALUE, "the value is null: nothing is deleted on this topic");
        }
        return ofType(decode(value));
    }

    private Object decode(byte[] value) throws UntakableException {
        try {
            return deserializer.deserialize(topic.name(), value);
        } catch (SerializationException e) {
            if (SerdeErrors.isTransient(e)) {
                throw e;
            }
            throw new UntakableException(reason(e), String.valueOf(e.getMessage()));
        }
    }

    /** A serde gives what the writer's schema names, whatever the topic is. */
    private V ofType(Object event) throws UntakableException {
        if (!topic.value().isInstance(event)) {
            throw new UntakableException(
                    Reason.WRONG_TYPE,
                    "the value is a " + event.getClass().getSimpleName() + ", must be a "
                            + topic.value().getSimpleName());
        }
        return topic.value().cast(event);
    }

    private static Reason reason(SerializationException e) {
        return switch (SerdeErrors.reason(e)) {
            case NOT_AVRO -> Reason.NOT_AVRO;
            case UNKNOWN_SCHEMA -> Reason.UNKNOWN_SCHEMA;
            case WRONG_TYPE -> Reason.WRONG_TYPE;
        };
    }
}
