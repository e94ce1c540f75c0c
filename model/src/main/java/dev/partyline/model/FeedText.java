package dev.partyline.model;

import dev.partyline.model.NaiveRecords.Identity;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.Reason;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Feed rows as texts: all that the rules fix, and nothing that they leave open (progress, the change behind a row). */
public final class FeedText {
    /** What a user has on a number with whom it has nothing to do. */
    public static final String NO_LINE = "none";

    private FeedText() {}

    public static String of(FeedEntry entry) {
        return switch (entry.getKind()) {
            case RECORD -> record(entry.getReasons(), Objects.requireNonNull(entry.getRecord()));
            case LINE -> line(Objects.requireNonNull(entry.getLine()));
            case USER -> user(entry.getUser().getActive(), entry.getUser().getRole());
            case UNKNOWN -> throw new IllegalArgumentException("a feed row of no known kind: " + entry);
        };
    }

    /** Of which record a feed row is; empty: it is a line's or the user's own. */
    public static Optional<Identity> recordOf(String rowKey) {
        String[] parts = rowKey.split("\\|", -1);
        return parts[2].equals("rec")
                ? Optional.of(new Identity(parts[0], parts[5], Long.MAX_VALUE - Long.parseLong(parts[3]), parts[4]))
                : Optional.empty();
    }

    public static String record(List<Reason> reasons, TelephonyRecord record) {
        return reasons + " " + record;
    }

    /** The row of a line whose records have all followed. */
    public static String liveLine(String line) {
        return LineStatus.LIVE + line;
    }

    /** Whether a row's text is that of a line whose records have still to follow. */
    public static boolean isLineUnderWay(String text) {
        return text.startsWith(LineStatus.SYNCING.name()) || text.startsWith(LineStatus.REVOKING.name());
    }

    /** What role a member has who is not there any more matters to nobody. */
    public static String user(boolean active, Role role) {
        return active ? "active " + role : "inactive";
    }

    private static String line(LineState line) {
        return line.getState() + granted(line);
    }

    /** What a line row grants. */
    public static String granted(LineState line) {
        boolean[] flags = {
            line.getAssigned(), line.getCalling(), line.getTexting(), line.getCallerId(), line.getRouted()
        };
        return granted(line.getLabel(), line.getVisibleFrom(), flags);
    }

    /** What the user has on the number; {@link #NO_LINE}: no line. */
    public static String granted(NaiveDirectory directory, String number, String userId) {
        NaiveNumber known = directory.number(number);
        NaiveLine line = directory.line(number, userId);
        boolean routed = known.routed().contains(userId);
        boolean[] flags = {line.assigned(), line.calling(), line.texting(), line.callerId(), routed};
        boolean fromAssignment =
                line.assigned() && directory.policyOn(number).getHistory() == HistoryPolicy.FROM_ASSIGNMENT;
        Long visibleFrom = fromAssignment ? (Long) line.assignedSince() : null;
        return line.assigned() || line.callerId() || routed ? granted(known.label(), visibleFrom, flags) : NO_LINE;
    }

    private static String granted(@Nullable String label, @Nullable Long visibleFrom, boolean... flags) {
        return flags(label, flags) + " visibleFrom=" + visibleFrom;
    }

    /** @param flags assigned, calling, texting, callerId, routed */
    public static String flags(@Nullable String label, boolean... flags) {
        String[] names = {"assigned", "calling", "texting", "callerId", "routed"};
        StringBuilder text = new StringBuilder(" label=" + label);
        for (int i = 0; i < flags.length; i++) {
            text.append(flags[i] ? " " + names[i] : "");
        }
        return text.toString();
    }
}
