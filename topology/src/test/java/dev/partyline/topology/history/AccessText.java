package dev.partyline.topology.history;

import dev.partyline.model.FeedText;
import dev.partyline.model.NaiveDirectory;
import dev.partyline.model.NaiveLine;
import dev.partyline.model.NaiveMember;
import dev.partyline.model.NaiveNumber;
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.Interval;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.UserAccess;
import dev.partyline.schema.UserLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Accesses as texts: as the directory tells them, and as the model would. Of whom a number has met is left open; but
 * whoever stands in it stands there as the directory has them.
 */
final class AccessText {
    private AccessText() {}

    static String of(NumberAccess access) {
        Map<String, String> users = new TreeMap<>();
        access.getUsers().forEach(user -> users.put(user.getUserId(), user(user)));
        return number(
                access.getVersion() + " label=" + access.getLabel() + " " + access.getPolicy(),
                access.getRouting().getUserIds(),
                access.getRouting().getMode(),
                users);
    }

    /** What must be told instead of {@code access}, of whom it has met merely at their standing. */
    static String of(NaiveDirectory directory, NumberAccess access) {
        String number = access.getNumber();
        NaiveNumber known = directory.number(number);
        Set<String> userIds = new TreeSet<>();
        access.getUsers().forEach(user -> userIds.add(user.getUserId()));
        directory.linesOf(number).forEach((userId, line) -> {
            if (!line.toString().equals("[]")) {
                userIds.add(userId);
            }
        });
        Map<String, String> users = new TreeMap<>();
        userIds.forEach(userId -> users.put(userId, directory.line(number, userId) + standing(directory, userId)));
        return number(
                directory.version() + " label=" + known.label() + " " + directory.policyOn(number),
                known.routed(),
                known.mode(),
                users);
    }

    /** Who owns the contact once it is known who has been removed since. */
    static String of(NaiveDirectory directory, ContactAccess access) {
        String owner = directory.owners().get(access.getContactId());
        return directory.version() + " " + owner + (owner == null ? "" : " " + directory.removals(owner));
    }

    static String of(ContactAccess access) {
        String owner = access.getOwnerId();
        return access.getVersion() + " " + owner + (owner == null ? "" : " " + access.getMembership());
    }

    /** Without the version: who asks for a user's lines asks for those of now. */
    static String of(UserAccess access) {
        StringBuilder text = new StringBuilder(access.getRole() + (access.getActive() ? " active" : " inactive"));
        for (UserLine line : access.getLines()) {
            boolean[] flags = {
                line.getAssigned(), line.getCalling(), line.getTexting(), line.getCallerId(), line.getRouted()
            };
            text.append("; ").append(line.getNumber()).append(FeedText.flags(line.getLabel(), flags));
        }
        return text.toString();
    }

    /** As {@link #of(UserAccess)}. */
    static String ofUser(NaiveDirectory directory, String userId) {
        NaiveMember member = directory.members().getOrDefault(userId, NaiveMember.NEW);
        StringBuilder text = new StringBuilder(member.role() + (member.present() ? " active" : " inactive"));
        for (String number : directory.numbers().keySet()) {
            String line = line(directory, number, userId);
            text.append(line.isEmpty() ? "" : "; " + number + line);
        }
        return text.toString();
    }

    private static String line(NaiveDirectory directory, String number, String userId) {
        NaiveLine line = directory.line(number, userId);
        boolean routed = directory.number(number).routed().contains(userId);
        boolean[] flags = {line.assigned(), line.calling(), line.texting(), line.callerId(), routed};
        return line.assigned() || line.callerId() || routed
                ? FeedText.flags(directory.number(number).label(), flags)
                : "";
    }

    private static String number(String head, List<String> routed, RoutingMode mode, Map<String, String> users) {
        // In what order nobody rings says nothing.
        return "version " + head + " routed " + routed + (routed.isEmpty() ? "" : mode) + users;
    }

    private static String standing(NaiveDirectory directory, String userId) {
        return (directory.active(userId) ? "" : " inactive") + " membership " + directory.removals(userId);
    }

    private static String user(NumberUser user) {
        return line(user) + (user.getActive() ? "" : " inactive") + " membership " + user.getMembership();
    }

    private static String line(NumberUser user) {
        List<String> intervals =
                user.getIntervals().stream().map(AccessText::interval).toList();
        return intervals
                + (user.getCalling() ? " calling" : "")
                + (user.getTexting() ? " texting" : "")
                + (user.getCallerId() ? " callerId" : "");
    }

    private static String interval(Interval interval) {
        Instant to = interval.getTo();
        return "[" + interval.getFrom().toEpochMilli() + ", " + (to == null ? "now]" : to.toEpochMilli() + ")");
    }
}
