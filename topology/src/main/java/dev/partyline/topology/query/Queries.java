package dev.partyline.topology.query;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.LineState;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.UserAccess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What readers may ask. Every method answers from this instance's stores and throws {@link NotReadyException} while the
 * store it needs is being restored or moved: ask again. Ids and numbers must be in their normal form.
 */
public interface Queries {
    /** The number's users and their histories; empty when no change has mentioned the number. */
    Optional<NumberAccess> number(String workspaceId, String number);

    /** The user's lines; empty when no change has mentioned the user. */
    Optional<UserAccess> user(String workspaceId, String userId);

    /** A page of the records that the user may see now, newest first, by the reading rule of DESIGN 6. */
    FeedPage feed(String workspaceId, String userId, FeedQuery query);

    /** The user's line rows, by number, those being revoked included. */
    List<LineState> lines(String workspaceId, String userId);

    /** What became of a change; empty while it is not decided (or was decided more than 30 days ago). */
    Optional<ChangeDecision> decision(String workspaceId, String changeId);

    /**
     * Waits until a change is decided and effective (DESIGN 7: its line rows are committed).
     *
     * @return the decision, or empty when {@code atMost} passed before the change was effective
     */
    Optional<ChangeDecision> awaitEffective(String workspaceId, String changeId, Duration atMost)
            throws InterruptedException;
}
