package dev.partyline.api.intake;

import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * An event was not stored, or not certainly. Most often Kafka or the registry did not answer in time: then it may be
 * stored or not, and sending it again is right.
 */
public final class IntakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntakeException(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether the event is larger than Kafka takes: sending it again cannot help. */
    public boolean tooLarge() {
        return getCause() instanceof RecordTooLargeException;
    }
}
