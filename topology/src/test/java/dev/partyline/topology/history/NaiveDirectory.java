package dev.partyline.topology.history;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.RejectionReason;
import dev.partyline.schema.Role;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One workspace's directory under the default policy (DESIGN 4): changes in the log's order in, decisions out. */
final class NaiveDirectory {
    static final String NO_LINE = "none";

    private final Map<String, NaiveMember> members = new TreeMap<>();
    private final Map<String, NaiveNumber> numbers = new TreeMap<>();
    private final Map<String, Map<String, NaiveLine>> lines = new TreeMap<>();
    private final Map<String, Expected> decided = new HashMap<>();
    private long version;

    /** Applies the next change of the log. */
    Expected apply(LoggedChange logged) {
        return decided.computeIfAbsent(logged.change().getChangeId(), first -> decide(logged));
    }

    private Expected decide(LoggedChange logged) {
        RejectionReason reason =
                refusal(logged.change().getActorId(), logged.change().getChange());
        if (reason != null) {
            return new Expected(Outcome.REJECTED, reason, version);
        }
        String before = toString();
        perform(logged.change().getChange(), logged.datedAt());
        boolean changed = !before.equals(toString());
        version += changed ? 1 : 0;
        return new Expected(changed ? Outcome.ACCEPTED : Outcome.UNCHANGED, null, version);
    }

    private @Nullable RejectionReason refusal(@Nullable String actorId, Object change) {
        if (actorId != null && !allowed(members.get(actorId), change)) {
            return RejectionReason.ACTOR_NOT_ALLOWED;
        }
        for (String userId : mustBeMembers(change)) {
            NaiveMember member = members.get(userId);
            if (member != null && !member.present()) {
                return RejectionReason.NOT_A_MEMBER;
            }
        }
        if (change instanceof NumberReleased released && !numbers.containsKey(released.getNumber())) {
            return RejectionReason.NUMBER_UNKNOWN;
        }
        if (change instanceof PermissionsSet set && !assigned(set.getNumber(), set.getUserId())) {
            return RejectionReason.NOT_ASSIGNED;
        }
        return null;
    }

    /** The default's {@code assigners} is ADMINS, so all changes need the same, except those about an OWNER. */
    private boolean allowed(@Nullable NaiveMember actor, Object change) {
        if (actor == null || !actor.administers()) {
            return false;
        }
        boolean aboutOwner = (change instanceof MemberSet set && (set.getRole() == Role.OWNER || owns(set.getUserId())))
                || (change instanceof MemberRemoved removed && owns(removed.getUserId()));
        return !aboutOwner || actor.role() == Role.OWNER;
    }

    private boolean owns(String userId) {
        NaiveMember member = members.get(userId);
        return member != null && member.role() == Role.OWNER;
    }

    private static List<String> mustBeMembers(Object change) {
        if (change instanceof UserAssigned assigned) {
            return List.of(assigned.getUserId());
        }
        if (change instanceof CallerIdGranted granted) {
            return List.of(granted.getUserId());
        }
        return change instanceof RoutingSet routing ? routing.getUserIds() : List.of();
    }

    private void perform(Object change, long at) {
        if (change instanceof MemberSet set) {
            members.put(set.getUserId(), new NaiveMember(set.getRole(), set.getActive(), false, set.getName()));
        } else if (change instanceof MemberRemoved removed) {
            remove(removed.getUserId(), at);
        } else if (change instanceof NumberSet set) {
            NaiveNumber known = numbers.getOrDefault(set.getNumber(), NaiveNumber.NEW);
            numbers.put(set.getNumber(), new NaiveNumber(set.getLabel(), known.routed(), known.mode()));
        } else if (change instanceof NumberReleased released) {
            numbers.remove(released.getNumber());
            linesOf(released.getNumber()).values().forEach(line -> end(line, at));
        } else if (change instanceof RoutingSet set) {
            route(set);
        } else {
            performOnLine(change, at);
        }
    }

    private void performOnLine(Object change, long at) {
        if (change instanceof UserAssigned assign) {
            mention(assign.getNumber(), List.of(assign.getUserId()));
            NaiveLine line = line(assign.getNumber(), assign.getUserId());
            // A fresh assignment starts with both permissions (the default policy), one that stands keeps its own.
            boolean calling = assign.getCalling() != null ? assign.getCalling() : !line.assigned() || line.calling();
            boolean texting = assign.getTexting() != null ? assign.getTexting() : !line.assigned() || line.texting();
            line.assign(at, calling, texting);
        } else if (change instanceof UserUnassigned unassign) {
            line(unassign.getNumber(), unassign.getUserId()).unassign(at);
        } else if (change instanceof PermissionsSet set) {
            line(set.getNumber(), set.getUserId()).permit(set.getCalling(), set.getTexting());
        } else if (change instanceof CallerIdGranted grant) {
            mention(grant.getNumber(), List.of(grant.getUserId()));
            line(grant.getNumber(), grant.getUserId()).callerId(true);
        } else if (change instanceof CallerIdRevoked revoke) {
            line(revoke.getNumber(), revoke.getUserId()).callerId(false);
        } else {
            throw new IllegalArgumentException("the model has no rule for " + change);
        }
    }

    private void route(RoutingSet set) {
        if (set.getUserIds().isEmpty() && !numbers.containsKey(set.getNumber())) {
            return; // Taking away what is not there creates nothing.
        }
        mention(set.getNumber(), set.getUserIds());
        String label = numbers.getOrDefault(set.getNumber(), NaiveNumber.NEW).label();
        numbers.put(set.getNumber(), new NaiveNumber(label, List.copyOf(set.getUserIds()), set.getMode()));
    }

    /** OPEN: the first mention creates. */
    private void mention(String number, List<String> userIds) {
        numbers.putIfAbsent(number, NaiveNumber.NEW);
        userIds.forEach(userId -> members.putIfAbsent(userId, NaiveMember.NEW));
    }

    private void remove(String userId, long at) {
        members.put(userId, members.getOrDefault(userId, NaiveMember.NEW).gone());
        numbers.replaceAll((number, known) -> known.without(userId));
        lines.values()
                .forEach(users -> users.forEach((user, line) -> {
                    if (user.equals(userId)) {
                        end(line, at);
                    }
                }));
    }

    private static void end(NaiveLine line, long at) {
        line.unassign(at);
        line.callerId(false);
    }

    boolean assigned(String number, String userId) {
        return line(number, userId).assigned();
    }

    /** The user's line on the number; an empty one if there is none. */
    NaiveLine line(String number, String userId) {
        return linesOf(number).computeIfAbsent(userId, unused -> new NaiveLine());
    }

    /** Lines on the number by user: everyone who was asked about, with a line or not. */
    Map<String, NaiveLine> linesOf(String number) {
        return lines.computeIfAbsent(number, unused -> new TreeMap<>());
    }

    Map<String, NaiveMember> members() {
        return members;
    }

    Map<String, NaiveNumber> numbers() {
        return numbers;
    }

    /** What the user has on the number, in words; {@link #NO_LINE}: no line. */
    String lineText(String number, String userId) {
        NaiveNumber known = numbers.getOrDefault(number, NaiveNumber.NEW);
        NaiveLine line = line(number, userId);
        boolean routed = known.routed().contains(userId);
        boolean[] flags = {line.assigned(), line.calling(), line.texting(), line.callerId(), routed};
        return line.assigned() || line.callerId() || routed ? FeedText.flags(known.label(), flags) : NO_LINE;
    }

    /** Who is unknown counts as active. */
    boolean active(String userId) {
        return members.getOrDefault(userId, NaiveMember.NEW).present();
    }

    long version() {
        return version;
    }

    /** All that a change can alter, so that two equal texts are two equal directories. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(members + " " + numbers);
        lines.forEach((number, users) -> users.forEach((user, line) -> {
            if (!line.toString().equals("[]")) {
                text.append(' ').append(number).append(' ').append(user).append(line);
            }
        }));
        return text.toString();
    }
}
