package dev.partyline.schemas.registry;

import org.apache.kafka.common.KafkaException;

/** The registry was asked and has no such id, subject or schema. Final: asking again gives the same answer. */
public final class UnknownSchemaException extends KafkaException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message) {
        super(message);
    }

    public UnknownSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
