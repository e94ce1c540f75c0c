package dev.partyline.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The message itself cannot be read, now or later. The text says what is wrong with it and what would be right. */
public final class UnreadableMessageException extends SerializationException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong with a message. */
    public enum Reason {
        /** No Confluent wire format, or no such datum as its schema says. */
        NOT_AVRO,
        /** The registry has no Avro schema with its id. */
        UNKNOWN_SCHEMA,
        /** Its schema is of something else, or cannot be read as what it says it is. */
        WRONG_TYPE
    }

    UnreadableMessageException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    UnreadableMessageException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
