package dev.partyline.topology.query;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.LineState;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAccess;
import dev.partyline.topology.query.check.Check;
import dev.partyline.topology.query.check.CheckAnswer;
import dev.partyline.topology.query.check.RecordKey;
import dev.partyline.topology.query.explain.Explanation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What readers may ask, of any instance: it finds who holds the answer. Every method throws {@link NotReadyException} while
 * the store it needs is being restored or moved, or its holder does not answer: ask again. Feeds and users are read at the
 * committed end of their topics as of the call. Ids and numbers must be in their normal form.
 */
public interface Queries {
    /** The number's users and their histories; empty when no change has mentioned the number. */
    Optional<NumberAccess> number(String workspaceId, String number);

    /** The user's lines; empty when no change has mentioned the user. */
    Optional<UserAccess> user(String workspaceId, String userId);

    /** A page of the records that the user may see now, newest first, by the reading rule of DESIGN 6. */
    FeedPage feed(String workspaceId, String userId, FeedQuery query);

    /** What all rows of the user's feed come to, those that do not show included: to hold copies of the topic against. */
    FeedState feedState(String workspaceId, String userId);

    /** The user's line rows, by number, those being revoked included. */
    List<LineState> lines(String workspaceId, String userId);

    /**
     * Whether a user may do something, and the rule that says so, under what is applied now. A user or number that no
     * change has mentioned is no error: there is a rule for them.
     */
    CheckAnswer check(String workspaceId, Check check);

    /** Why a user sees a record or not; empty when the number has no such record, or no more. */
    Optional<Explanation> explain(String workspaceId, String userId, RecordKey record);

    /** The workspace's members, by userId. */
    MemberPage members(String workspaceId, PageQuery query);

    /** The workspace's numbers in use, in order. */
    Page<NumberInUse> numbers(String workspaceId, PageQuery query);

    /**
     * A number's records, newest first, erased ones left out: whoever may see them.
     *
     * @param kind only those of this kind
     */
    Page<TelephonyRecord> records(String workspaceId, String number, PageQuery query, Optional<RecordKind> kind);

    /** The walks under way on all instances, as far as they answer. */
    Walks walks();

    /** All instances, this one first, and what they hold. */
    List<InstanceStatus> instances();

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
