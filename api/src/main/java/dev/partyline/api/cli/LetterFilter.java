package dev.partyline.api.cli;

import dev.partyline.api.deadletters.Selection;
import dev.partyline.api.deadletters.Source;
import dev.partyline.topology.intake.DeadLetter.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters: the options that say so. */
final class LetterFilter {
    @Option(names = "--reason", paramLabel = "REASON", description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable Reason reason;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "What they were published to: records or changes.")
    private @Nullable Source source;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Buried since then: 30m, 2h, 3d (ago), or 2026-11-26T09:00:00Z.")
    private @Nullable Instant since;

    boolean isEmpty() {
        return reason == null && source == null && since == null;
    }

    /** @param pending only those that were not sent again yet */
    Selection selection(boolean pending) {
        return new Selection(
                Optional.ofNullable(reason), Optional.ofNullable(source), Optional.ofNullable(since), pending);
    }
}
