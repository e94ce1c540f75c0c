package dev.partyline.topology.visibility;

import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a user's line row says, apart from how far its records have followed. */
record LineFacts(
        @Nullable String label,
        boolean assigned,
        boolean calling,
        boolean texting,
        boolean callerId,
        boolean routed,
        @Nullable Long visibleFrom) {

    static LineFacts of(Access access, String userId) {
        NumberMember member = access.member(userId);
        boolean routed = access.routed().contains(userId);
        if (member == null) {
            return new LineFacts(access.label(), false, false, false, false, routed, null);
        }
        OptionalLong since = member.history().openSince();
        return new LineFacts(
                access.label(),
                since.isPresent(),
                since.isPresent() && member.calling(),
                since.isPresent() && member.texting(),
                member.callerId(),
                routed,
                since.isEmpty() || access.wholeHistory() ? null : (Long) since.getAsLong());
    }

    /** Whether there is a line at all. */
    boolean any() {
        return assigned || callerId || routed;
    }

    /** Whether this gives sight of other records than {@code before} did. */
    boolean sightDiffersFrom(LineFacts before) {
        return assigned != before.assigned || !Objects.equals(visibleFrom, before.visibleFrom);
    }

    /** A line row that says this, without progress. */
    LineState.Builder row(Access access, LineStatus status, long version, Origin origin) {
        return LineState.newBuilder()
                .setNumber(access.number())
                .setLabel(label)
                .setState(status)
                .setAssigned(assigned)
                .setCalling(calling)
                .setTexting(texting)
                .setCallerId(callerId)
                .setRouted(routed)
                .setVisibleFrom(visibleFrom)
                .setDone(0)
                .setTotal(0)
                .setVersion(version)
                .setChangedBy(origin.actor())
                .setChangeId(origin.changeId());
    }
}
