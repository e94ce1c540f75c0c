package dev.partyline.model;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * What a change must come to.
 *
 * @param version the workspace's change counter after it
 */
public record Expected(Outcome outcome, @Nullable RejectionReason reason, long version) {
    /** The decision on {@code change} that must be told, as a text: all of it but the words and the time. */
    public String textFor(DirectoryChange change) {
        return text(change.getWorkspaceId(), change.getChangeId(), this);
    }

    /** A decision that was told, as {@link #textFor}. */
    public static String textOf(ChangeDecision decision) {
        Expected told = new Expected(decision.getOutcome(), decision.getReason(), decision.getVersion());
        return text(decision.getWorkspaceId(), decision.getChangeId(), told);
    }

    private static String text(String workspaceId, String changeId, Expected decision) {
        return workspaceId + " " + changeId + " " + decision;
    }
}
