package dev.partyline.api.http;

import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.intake.IntakeException;

/** What callers are told when an event could not be stored. */
final class IntakeProblems {
    private IntakeProblems() {}

    /** 413 when it never can be; else 503, because another try may store it, and does no harm. */
    static Problem of(Throwable failure) {
        return failure instanceof IntakeException intake && intake.tooLarge()
                ? Problem.of(413, "this is larger than Kafka takes: " + failure.getMessage())
                : Problem.notReady(
                        "not certain to be stored: send it again, with the same ids (" + failure.getMessage() + ")");
    }
}
