package dev.partyline.api.http;

import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.api.stream.Refusal;

/** What callers get whose stream is not opened. */
final class StreamProblems {
    private StreamProblems() {}

    static ProblemException of(Refusal refusal) {
        String words = refusal.words();
        return new ProblemException(
                switch (refusal) {
                    case FOREIGN -> Problem.of(400, words).with("field", "resume");
                    case START_OVER -> Problem.of(410, words);
                    case INACTIVE -> Problem.of(403, words);
                    case TOO_MANY_OF_USER -> Problem.of(429, words);
                    case TOO_MANY, UNAVAILABLE -> Problem.of(503, words);
                });
    }
}
