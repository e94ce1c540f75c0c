package dev.partyline.topology.history;

import dev.partyline.schema.Interval;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.UserAccess;
import dev.partyline.schema.UserLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Accesses as texts: as the directory tells them, and as the model would. Users who were merely met stand in neither. */
final class AccessText {
    private AccessText() {}

    static String of(NumberAccess access) {
        Map<String, String> users = new TreeMap<>();
        for (NumberUser user : access.getUsers()) {
            String line = line(user);
            if (!line.equals("[]")) {
                users.put(user.getUserId(), line + (user.getActive() ? "" : " inactive"));
            }
        }
        return number(
                access.getVersion(),
                access.getLabel(),
                access.getRouting().getUserIds(),
                access.getRouting().getMode(),
                users);
    }

    static String of(NaiveDirectory directory, String number) {
        NaiveNumber known = directory.numbers().getOrDefault(number, NaiveNumber.NEW);
        Map<String, String> users = new TreeMap<>();
        directory.linesOf(number).forEach((userId, line) -> {
            if (!line.toString().equals("[]")) {
                users.put(userId, line + (directory.active(userId) ? "" : " inactive"));
            }
        });
        return number(directory.version(), known.label(), known.routed(), known.mode(), users);
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
            String line = directory.lineText(number, userId);
            text.append(line.equals(NaiveDirectory.NO_LINE) ? "" : "; " + number + line);
        }
        return text.toString();
    }

    private static String number(
            long version, @Nullable String label, List<String> routed, RoutingMode mode, Map<String, String> users) {
        // In what order nobody rings says nothing.
        return "version " + version + " label=" + label + " routed " + routed + (routed.isEmpty() ? "" : mode) + users;
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
