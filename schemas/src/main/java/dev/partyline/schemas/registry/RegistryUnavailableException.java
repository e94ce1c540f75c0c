package dev.partyline.schemas.registry;

import org.apache.kafka.common.errors.RetriableException;

/** No usable answer from the registry within the retry timeout. Says nothing about the schema or the message. */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message) {
        super(message);
    }

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
