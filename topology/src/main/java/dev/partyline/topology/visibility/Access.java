package dev.partyline.topology.visibility;

import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number's access, compiled for the rules: immutable, and cheap to ask per record.
 *
 * <p>Its <em>sight</em> numbers what it lets people see: two accesses of a number with the same sight show everyone the
 * same records, whatever else (labels, permissions) differs. Sights of a number only grow.
 */
final class Access {
    private static final long HEAP_BYTES = 600;
    private static final long HEAP_BYTES_PER_USER = 260;

    private final long sight;
    private final long version;
    private final @Nullable String workspaceId;
    private final @Nullable String number;
    private final @Nullable String label;
    private final OptionalInt retentionDays;
    private final Map<String, NumberMember> members;
    private final List<NumberMember> assignees;
    private final Map<String, Reasons> everyAssignee;
    private final long everyAssigneeSince;
    private final Set<String> routed;
    private final boolean wholeHistory;
    private final boolean showMixedCalls;

    /** What is known of a number that no change has mentioned: nobody. */
    static Access none() {
        return new Access(0, null);
    }

    private Access(long sight, @Nullable NumberAccess source) {
        this.sight = sight;
        this.version = source == null ? 0 : source.getVersion();
        this.workspaceId = source == null ? null : source.getWorkspaceId();
        this.number = source == null ? null : source.getNumber();
        this.label = source == null ? null : source.getLabel();
        this.retentionDays = retentionDays(source);
        this.members = membersOf(source);
        this.assignees = members.values().stream()
                .filter(member -> member.active() && member.assignedNow())
                .toList();
        this.routed = source == null ? Set.of() : Set.copyOf(source.getRouting().getUserIds());
        // Only what these policies name opens anything: an UNKNOWN symbol fails closed.
        this.wholeHistory = source != null && source.getPolicy().getHistory() == HistoryPolicy.ALL;
        this.showMixedCalls = source != null && source.getPolicy().getMixedCalls() == MixedCallsPolicy.SHOW;
        this.everyAssignee = everyOne(assignees);
        this.everyAssigneeSince = wholeHistory ? Long.MIN_VALUE : since(assignees);
    }

    static Access of(long sight, NumberAccess source) {
        return new Access(sight, source);
    }

    /** The access that follows this one in the log: of a new sight, unless it shows everyone the same. */
    Access followedBy(NumberAccess next) {
        Access following = new Access(Math.max(sight + 1, next.getVersion()), next);
        return sameSight(following) ? new Access(sight, next) : following;
    }

    long sight() {
        return sight;
    }

    /** What it takes of the heap, roughly. */
    long heapBytes() {
        return HEAP_BYTES + HEAP_BYTES_PER_USER * members.size();
    }

    /** The workspace's change counter as of the value this was compiled from; 0: no change has mentioned the number. */
    long version() {
        return version;
    }

    /** The number's workspace; only of one that a change has mentioned. */
    String workspaceId() {
        return Objects.requireNonNull(workspaceId);
    }

    /** The number; only of one that a change has mentioned. */
    String number() {
        return Objects.requireNonNull(number);
    }

    @Nullable
    String label() {
        return label;
    }

    @Nullable
    NumberMember member(String userId) {
        return members.get(userId);
    }

    Set<String> userIds() {
        return members.keySet();
    }

    /** Who is in the number's routing, known to it otherwise or not. */
    Set<String> routed() {
        return routed;
    }

    /** Active members who are assigned now. */
    List<NumberMember> assignees() {
        return assignees;
    }

    /** All of {@link #assignees}, as they see a shared record that started at {@link #everyAssigneeSince} or later. */
    Map<String, Reasons> everyAssignee() {
        return everyAssignee;
    }

    /** From when on no assignee differs from another in what they see, milliseconds since the epoch. */
    long everyAssigneeSince() {
        return everyAssigneeSince;
    }

    boolean assignedAt(String userId, long time) {
        NumberMember member = members.get(userId);
        return member != null && member.history().assignedAt(time);
    }

    /** Policy {@code history} is ALL. */
    boolean wholeHistory() {
        return wholeHistory;
    }

    /** Policy {@code mixedCalls} is SHOW. */
    boolean showMixedCalls() {
        return showMixedCalls;
    }

    /** Policy {@code retentionDays}; empty: records are kept for ever. */
    OptionalInt retentionDays() {
        return retentionDays;
    }

    /**
     * Whether {@code next} shows everyone the same. Whom it knows and this does not has seen nothing so far, and the
     * records that name them wait (StrangerStore): if they were never assigned, no others are concerned.
     */
    private boolean sameSight(Access next) {
        return wholeHistory == next.wholeHistory
                && showMixedCalls == next.showMixedCalls
                && next.members.keySet().containsAll(members.keySet())
                && next.members.values().stream().allMatch(this::sameSight);
    }

    private boolean sameSight(NumberMember next) {
        NumberMember before = members.get(next.userId());
        return before == null ? next.history().spans().isEmpty() : next.sameSight(before);
    }

    private static Map<String, Reasons> everyOne(List<NumberMember> assignees) {
        Map<String, Reasons> everyOne = new LinkedHashMap<>();
        assignees.forEach(member -> everyOne.put(member.userId(), Reasons.of(Reason.ASSIGNEE)));
        return Collections.unmodifiableMap(everyOne);
    }

    private static long since(List<NumberMember> assignees) {
        return assignees.stream()
                .mapToLong(member -> member.history().openSince().orElseThrow())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static OptionalInt retentionDays(@Nullable NumberAccess source) {
        Integer days = source == null ? null : source.getPolicy().getRetentionDays();
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }

    private static Map<String, NumberMember> membersOf(@Nullable NumberAccess source) {
        Map<String, NumberMember> members = new LinkedHashMap<>();
        if (source != null) {
            for (NumberUser user : source.getUsers()) {
                members.put(user.getUserId(), NumberMember.of(user));
            }
        }
        return members;
    }
}
