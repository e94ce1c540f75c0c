package dev.partyline.api.cli;

import dev.partyline.api.embedded.EmbeddedPartyline;
import java.time.Duration;

/** Waits for an embedded installation, no longer than a slow machine needs. */
final class Startup {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Startup() {}

    /**
     * Returns {@code partyline} when its engine processes and answers.
     *
     * @throws IllegalStateException when it does not in time
     */
    static EmbeddedPartyline awaitReady(EmbeddedPartyline partyline) throws InterruptedException {
        if (!partyline.awaitReady(PATIENCE)) {
            throw new IllegalStateException("the engine was not ready within " + PATIENCE.toMinutes()
                    + " minutes; it is " + partyline.engine().health().state());
        }
        return partyline;
    }
}
