package dev.partyline.topology.directory;

import static dev.partyline.schema.RejectionReason.NUMBER_FULL;
import static dev.partyline.schema.RejectionReason.USER_FULL;

import dev.partyline.schema.Policy;
import java.util.Optional;

/** How many users a number and how many numbers a user may have, counted after the change (GHL-4, GHL-5, CH-2). */
final class LimitRules {
    /** A number has at most so many users, past ones included; and as many more whom its records merely name. */
    static final int MAX_USERS = 5_000;

    private LimitRules() {}

    /** Refused because the fresh assignment of {@code line} would exceed a limit of the number's policy. */
    static Optional<Verdict.Rejected> refusalOfAssignment(DirectoryView view, LineId line) {
        Policy policy = view.policyOn(line.number());
        return Optional.ofNullable(policy.getMaxUsersPerNumber())
                .filter(limit -> view.numberOrUnused(line.number()).assignedUsers() >= limit)
                .map(limit -> new Verdict.Rejected(NUMBER_FULL, Details.numberFull(line.number(), limit)))
                .or(() -> Optional.ofNullable(policy.getMaxNumbersPerUser())
                        .filter(limit -> assignedNumbers(view, line.userId()) >= limit)
                        .map(limit -> new Verdict.Rejected(USER_FULL, Details.userFull(line.userId(), limit))));
    }

    /** Refused because the number would know too many users; {@code after} is the number with the change in it. */
    static Optional<Verdict.Rejected> refusalOfCrowd(String number, DirectoryNumber after) {
        // Who rings counts too; a list of a megabyte is refused before everybody is looked up in it.
        return after.routing().getUserIds().size() <= MAX_USERS && after.crowd() <= MAX_USERS
                ? Optional.empty()
                : Optional.of(new Verdict.Rejected(NUMBER_FULL, Details.numberCrowded(number, MAX_USERS)));
    }

    /** Whether the number may come to know somebody more whom a record names; else they stay unknown (fail closed). */
    static boolean roomForAcquaintance(DirectoryNumber number) {
        return number.users().size() - number.crowd() < MAX_USERS;
    }

    private static long assignedNumbers(DirectoryView view, String userId) {
        return view.member(userId).stream()
                .flatMap(member -> member.numbers().stream())
                .filter(number -> view.numberOrUnused(number).line(userId).assigned())
                .count();
    }
}
