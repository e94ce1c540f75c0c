package dev.partyline.topology.intake;

import dev.partyline.topology.intake.DeadLetter.Reason;

/** A message cannot be taken. */
final class UntakableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient DeadLetter letter;

    UntakableException(Reason reason, String detail) {
        super(detail);
        this.letter = new DeadLetter(reason, detail);
    }

    DeadLetter letter() {
        return letter;
    }
}
