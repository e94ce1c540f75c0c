package dev.partyline.model;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.CallerIdRevoked;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.NumberReleased;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.PermissionsSet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.RejectionReason;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.RoutingSet;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One workspace's directory (DESIGN 4): changes in the log's order in, decisions out. */
public final class NaiveDirectory {
    private final NaiveRefusals refusals = new NaiveRefusals(this);
    private final Map<String, NaiveMember> members = new TreeMap<>();
    private final Map<String, NaiveNumber> numbers = new TreeMap<>();
    private final Map<String, Map<String, NaiveLine>> lines = new TreeMap<>();
    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, Expected> decided = new HashMap<>();
    private Policy policy = NaivePolicies.DEFAULT;
    private long version;

    /** Applies the next change of the log. */
    public Expected apply(LoggedChange logged) {
        return decided.computeIfAbsent(logged.change().getChangeId(), first -> decide(logged));
    }

    private Expected decide(LoggedChange logged) {
        Object change = logged.change().getChange();
        RejectionReason reason = refusals.of(logged.change().getActorId(), change);
        if (reason != null) {
            return new Expected(Outcome.REJECTED, reason, version);
        }
        String before = toString();
        perform(change, logged.datedAt());
        boolean changed = !before.equals(toString());
        version += changed ? 1 : 0;
        return new Expected(changed ? Outcome.ACCEPTED : Outcome.UNCHANGED, null, version);
    }

    private void perform(Object change, long at) {
        if (change instanceof MemberSet set) {
            members.put(set.getUserId(), member(set.getUserId()).set(set.getRole(), set.getActive(), set.getName()));
        } else if (change instanceof MemberRemoved removed) {
            remove(removed.getUserId(), at);
        } else if (change instanceof PolicySet set) {
            policy = set.getPolicy();
        } else if (change instanceof ContactOwnerSet set) {
            own(set.getContactId(), set.getOwnerId());
        } else {
            performOnNumber(change, at);
        }
    }

    private void performOnNumber(Object change, long at) {
        if (change instanceof NumberSet set) {
            numbers.put(set.getNumber(), number(set.getNumber()).called(set.getLabel()));
        } else if (change instanceof NumberPolicySet set) {
            if (set.getPolicy() != null || numbers.containsKey(set.getNumber())) {
                numbers.put(set.getNumber(), number(set.getNumber()).under(set.getPolicy()));
            }
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
            assign(assign, at);
        } else if (change instanceof UserUnassigned unassign) {
            unassign(unassign.getNumber(), unassign.getUserId(), at);
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

    /** A fresh assignment starts as the policy grants, one that stands keeps its own; what the change states wins. */
    private void assign(UserAssigned change, long at) {
        mention(change.getNumber(), List.of(change.getUserId()));
        NaiveLine line = line(change.getNumber(), change.getUserId());
        Policy granting = policyOn(change.getNumber());
        boolean calling = line.assigned() ? line.calling() : granting.getGrantCalling();
        boolean texting = line.assigned() ? line.texting() : granting.getGrantTexting();
        line.assign(
                at,
                change.getCalling() != null ? change.getCalling() : calling,
                change.getTexting() != null ? change.getTexting() : texting);
    }

    private void unassign(String number, String userId, long at) {
        if (assigned(number, userId) && policyOn(number).getRouting() == RoutingPolicy.ASSIGNEES) {
            numbers.put(number, number(number).without(userId));
        }
        line(number, userId).unassign(at);
    }

    private void route(RoutingSet set) {
        if (set.getUserIds().isEmpty() && !numbers.containsKey(set.getNumber())) {
            return; // Taking away what is not there creates nothing.
        }
        mention(set.getNumber(), set.getUserIds());
        numbers.put(set.getNumber(), number(set.getNumber()).routedTo(set.getUserIds(), set.getMode()));
    }

    private void own(String contactId, @Nullable String ownerId) {
        if (ownerId == null) {
            owners.remove(contactId);
        } else {
            members.putIfAbsent(ownerId, NaiveMember.NEW);
            owners.put(contactId, ownerId);
        }
    }

    /** OPEN: the first mention creates. In MANAGED nothing gets here that is not there. */
    private void mention(String number, List<String> userIds) {
        numbers.putIfAbsent(number, NaiveNumber.NEW);
        userIds.forEach(userId -> members.putIfAbsent(userId, NaiveMember.NEW));
    }

    private void remove(String userId, long at) {
        members.put(userId, member(userId).gone());
        owners.values().removeIf(userId::equals);
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

    private NaiveMember member(String userId) {
        return members.getOrDefault(userId, NaiveMember.NEW);
    }

    /** The number, or what a new one would be. */
    public NaiveNumber number(String number) {
        return numbers.getOrDefault(number, NaiveNumber.NEW);
    }

    public boolean assigned(String number, String userId) {
        return line(number, userId).assigned();
    }

    /** The user's line on the number; an empty one if there is none. */
    public NaiveLine line(String number, String userId) {
        return linesOf(number).computeIfAbsent(userId, unused -> new NaiveLine());
    }

    /** Lines on the number by user: everyone who was asked about, with a line or not. */
    public Map<String, NaiveLine> linesOf(String number) {
        return lines.computeIfAbsent(number, unused -> new TreeMap<>());
    }

    /** Who is assigned to the number now. */
    public List<String> usersOn(String number) {
        return members.keySet().stream()
                .filter(userId -> assigned(number, userId))
                .toList();
    }

    /** The numbers to which the user is assigned now. */
    public List<String> numbersOf(String userId) {
        return numbers.keySet().stream()
                .filter(number -> assigned(number, userId))
                .toList();
    }

    public Map<String, NaiveMember> members() {
        return members;
    }

    public Map<String, NaiveNumber> numbers() {
        return numbers;
    }

    /** The contacts that somebody owns, and who. */
    public Map<String, String> owners() {
        return owners;
    }

    /** The workspace's policy. */
    public Policy policy() {
        return policy;
    }

    /** The policy in force on the number. */
    public Policy policyOn(String number) {
        Policy own = number(number).policy();
        return own == null ? policy : own;
    }

    public boolean managed() {
        return policy.getDirectory() == DirectoryMode.MANAGED;
    }

    /** Who is unknown counts as active in OPEN, as inactive in MANAGED. */
    public boolean active(String userId) {
        NaiveMember member = members.get(userId);
        return member == null ? !managed() : member.present();
    }

    /** How often the user was removed so far. */
    public int removals(String userId) {
        return member(userId).removals();
    }

    public long version() {
        return version;
    }

    /** All that a change can alter, so that two equal texts are two equal directories. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(policy + " " + members + " " + numbers + " " + owners);
        lines.forEach((number, users) -> users.forEach((user, line) -> {
            if (!line.toString().equals("[]")) {
                text.append(' ').append(number).append(' ').append(user).append(line);
            }
        }));
        return text.toString();
    }
}
