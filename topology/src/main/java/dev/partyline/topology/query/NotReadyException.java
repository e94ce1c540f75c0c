package dev.partyline.topology.query;

/** The store that a question needs is being restored or moved. Nothing is wrong: ask again in a moment. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotReadyException(String message) {
        super(message);
    }

    public NotReadyException(String message, Throwable cause) {
        super(message, cause);
    }
}
