package dev.partyline.schemas.registry;

import org.apache.kafka.common.KafkaException;

/**
 * The registry answered that it will not do it: credentials (401, 403), an incompatible schema (409), an invalid one
 * (422). Somebody has to change the configuration or the schema; no message is at fault.
 */
public final class RegistryRefusedException extends KafkaException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status the HTTP status of the answer */
    public RegistryRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
