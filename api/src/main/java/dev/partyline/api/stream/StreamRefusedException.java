package dev.partyline.api.stream;

/** A stream is not opened. */
public final class StreamRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public StreamRefusedException(Refusal refusal) {
        super(refusal.words());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
