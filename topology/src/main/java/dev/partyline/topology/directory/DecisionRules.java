package dev.partyline.topology.directory;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.RejectionReason;
import dev.partyline.topology.state.Decided;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** What is remembered of a decision, and for how long. */
public final class DecisionRules {
    /** A changeId repeated within this time of its first append gets its first decision again. */
    public static final Duration REMEMBERED = Duration.ofDays(30);

    /**
     * How much longer a decision stays stored. A broker's clock may be set back by less than this without the store's
     * cleaning ever making a difference to what counts as repeated.
     */
    static final Duration SLACK = Duration.ofDays(1);

    /** So many of the numbers and of the contacts that a change touched are remembered with it. */
    private static final int REMEMBERED_PLACES = 1_000;

    private DecisionRules() {}

    /** The decision as its topic has it. */
    public static ChangeDecision decision(Decided decided) {
        return ChangeDecision.newBuilder()
                .setChangeId(decided.getChangeId())
                .setWorkspaceId(decided.getWorkspaceId())
                .setOutcome(Outcome.valueOf(decided.getOutcome()))
                .setReason(Optional.ofNullable(decided.getReason())
                        .map(RejectionReason::valueOf)
                        .orElse(null))
                .setDetail(decided.getDetail())
                .setVersion(decided.getVersion())
                .setDecidedAt(Instant.ofEpochMilli(decided.getDecidedAt()))
                .build();
    }

    /** Whether a change appended at {@code appendedAt} with the same changeId is a repetition of this one. */
    public static boolean isRemembered(Decided decided, long appendedAt) {
        return appendedAt - decided.getDecidedAt() < REMEMBERED.toMillis();
    }

    /** Whether the store may forget it, the newest append seen being at {@code newestAppend}. */
    static boolean isForgettable(Decided decided, long newestAppend) {
        return !isRemembered(decided, newestAppend - SLACK.toMillis());
    }

    /**
     * The users whose sight alone a change is about, before it is applied: one of its own name, or a contact's owners
     * before and after. Empty: anybody's whom its numbers know.
     */
    static List<String> about(Request request) {
        Object change = request.change().getChange();
        if (change instanceof ContactOwnerSet set) {
            DirectoryView view = request.view();
            return Stream.concat(
                            view.ownerOf(view.contactOrNew(set.getContactId())).stream(),
                            Stream.ofNullable(set.getOwnerId()))
                    .toList();
        }
        IndexedRecord named = (IndexedRecord) change;
        Schema.Field userId = named.getSchema().getField("userId");
        return userId == null ? List.of() : List.of(named.get(userId.pos()).toString());
    }

    /** The first decision on a change; {@code version} is the workspace's after it. */
    static Decided decided(Request request, Verdict verdict, long version, Announcements told) {
        List<String> numbers = told.numbers();
        List<String> contacts = told.contacts();
        Decided.Builder decided = Decided.newBuilder()
                .setChangeId(request.change().getChangeId())
                .setWorkspaceId(request.change().getWorkspaceId())
                .setOutcome(outcome(verdict).name())
                .setVersion(version)
                .setDecidedAt(request.appendedAt())
                .setNumbers(numbers.subList(0, Math.min(numbers.size(), REMEMBERED_PLACES)))
                .setContacts(contacts.subList(0, Math.min(contacts.size(), REMEMBERED_PLACES)))
                .setMore(numbers.size() > REMEMBERED_PLACES || contacts.size() > REMEMBERED_PLACES);
        if (verdict instanceof Verdict.Rejected rejected) {
            decided.setReason(rejected.reason().name()).setDetail(rejected.detail());
        }
        return decided.build();
    }

    private static Outcome outcome(Verdict verdict) {
        if (verdict instanceof Verdict.Accepted) {
            return Outcome.ACCEPTED;
        }
        return verdict instanceof Verdict.Rejected ? Outcome.REJECTED : Outcome.UNCHANGED;
    }
}
