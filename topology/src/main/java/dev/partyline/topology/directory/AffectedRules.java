package dev.partyline.topology.directory;

import dev.partyline.schema.Role;
import dev.partyline.schema.UserLine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whom and what an applied change makes a difference to. */
final class AffectedRules {
    private static final List<Predicate<UserLine>> GRANTS = List.of(
            UserLine::getAssigned,
            UserLine::getCalling,
            UserLine::getTexting,
            UserLine::getCallerId,
            UserLine::getRouted);

    private AffectedRules() {}

    /** Numbers whose access changed: by themselves, by the workspace's policy, or by what has become of a person. */
    static SortedSet<String> numbers(DirectoryDelta after) {
        SortedSet<String> numbers = new TreeSet<>(after.changedNumbers().keySet());
        if (!after.head().policy().equals(after.before().head().policy())) {
            // Whether strangers are active is told to every number, whatever policy of its own it has.
            boolean all = after.managed() != after.before().managed();
            after.numbers().stream()
                    .filter(number -> all || ownPolicyMissing(after, number))
                    .forEach(numbers::add);
        }
        after.changedPeople().forEach((userId, person) -> {
            if (!status(after, userId).equals(status(after.before(), userId))) {
                numbers.addAll(person.numbers());
            }
        });
        return numbers;
    }

    /** Users whose access changed, by themselves or by a line: those who lose by it first. */
    static List<String> users(DirectoryDelta after) {
        SortedSet<String> users = new TreeSet<>();
        after.changedPeople().forEach((userId, person) -> {
            if (!profileIn(after.before(), userId).equals(profileIn(after, userId))) {
                users.add(userId);
            }
        });
        after.changedNumbers().keySet().forEach(number -> users.addAll(usersWithNewLine(after, number)));
        return users.stream()
                .sorted(Comparator.comparing(userId -> !loses(after, userId)))
                .toList();
    }

    /** Whether the user's own row in the feed changed: its role or whether it shows anything. */
    static boolean hasNewRow(DirectoryDelta after, String userId) {
        return !after.before()
                .member(userId)
                .map(AffectedRules::row)
                .equals(after.member(userId).map(AffectedRules::row));
    }

    private record Row(boolean active, Role role) {}

    private static Row row(DirectoryMember member) {
        return new Row(member.shown(), member.profile().role());
    }

    private record Profile(MemberProfile profile, boolean removed) {}

    private static Optional<Profile> profileIn(DirectoryView view, String userId) {
        return view.member(userId).map(member -> new Profile(member.profile(), member.removed()));
    }

    private record Status(boolean active, long memberships) {}

    /** What a number tells of a person whatever lines they have. */
    private static Status status(DirectoryView view, String userId) {
        long memberships = view.person(userId).map(DirectoryMember::memberships).orElse(0L);
        return new Status(view.active(userId), memberships);
    }

    private static boolean ownPolicyMissing(DirectoryDelta after, String number) {
        return after.numberOrUnused(number).settings().policy().isEmpty();
    }

    private static List<String> usersWithNewLine(DirectoryDelta after, String number) {
        DirectoryNumber then = after.before().numberOrUnused(number);
        DirectoryNumber now = after.numberOrUnused(number);
        return Stream.concat(then.users().stream(), now.users().stream())
                .filter(userId -> !line(then, number, userId).equals(line(now, number, userId)))
                .toList();
    }

    private static boolean loses(DirectoryDelta after, String userId) {
        return !after.active(userId)
                || after.changedNumbers().keySet().stream().anyMatch(number -> losesOn(after, number, userId));
    }

    private static boolean losesOn(DirectoryDelta after, String number, String userId) {
        Optional<UserLine> then = line(after.before().numberOrUnused(number), number, userId);
        Optional<UserLine> now = line(after.numberOrUnused(number), number, userId);
        return GRANTS.stream()
                .anyMatch(grant ->
                        then.filter(grant).isPresent() && now.filter(grant).isEmpty());
    }

    private static Optional<UserLine> line(DirectoryNumber state, String number, String userId) {
        return AccessRules.line(state, new LineId(number, userId));
    }
}
