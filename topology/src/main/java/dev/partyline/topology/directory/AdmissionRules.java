package dev.partyline.topology.directory;

import static dev.partyline.schema.RejectionReason.NOT_A_MEMBER;
import static dev.partyline.schema.RejectionReason.NUMBER_UNKNOWN;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which numbers and users a change may use: OPEN creates them at their first mention, MANAGED does not (DESIGN 4). */
final class AdmissionRules {
    private AdmissionRules() {}

    /** Refused because the number must exist first (GHL-2); empty: it does, or OPEN creates it. */
    static Optional<Verdict.Rejected> refusalOfNumber(DirectoryView view, String number) {
        return !view.managed() || view.numberOrUnused(number).inUse()
                ? Optional.empty()
                : Optional.of(new Verdict.Rejected(NUMBER_UNKNOWN, Details.numberUnknown(number)));
    }

    /** Refused because one of {@code userIds} is inactive, removed or, in MANAGED, unknown (AL-5); empty: all may. */
    static Optional<Verdict.Rejected> refusalOfUsers(DirectoryView view, String field, Collection<String> userIds) {
        return userIds.stream()
                .flatMap(userId -> objection(view, userId).map(why -> Details.member(field, userId, why)).stream())
                .findFirst()
                .map(detail -> new Verdict.Rejected(NOT_A_MEMBER, detail));
    }

    /** The members to be created for those of {@code userIds} who are unknown, then {@code last}. */
    static List<Effect> withNewcomers(DirectoryView view, Collection<String> userIds, Effect last) {
        Stream<Effect> newcomers = userIds.stream()
                .filter(userId -> view.member(userId).isEmpty())
                .map(userId -> new Effect.MemberPut(userId, MemberProfile.NEWCOMER, false));
        return Stream.concat(newcomers, Stream.of(last)).toList();
    }

    private static Optional<String> objection(DirectoryView view, String userId) {
        Optional<DirectoryMember> member = view.member(userId);
        if (member.isEmpty()) {
            return view.managed() ? Optional.of(Details.UNKNOWN_MEMBER) : Optional.empty();
        }
        return member.filter(known -> !known.active())
                .map(known -> known.removed() ? Details.REMOVED_MEMBER : Details.INACTIVE_MEMBER);
    }
}
