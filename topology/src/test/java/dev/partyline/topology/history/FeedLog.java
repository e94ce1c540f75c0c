package dev.partyline.topology.history;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The feed as its consumers get it: folds it, and watches the order of what is told (DESIGN 6 and 7). */
final class FeedLog {
    private final Map<String, FeedEntry> folded = new TreeMap<>();
    private final Consumer<String> complaints;

    /**
     * @param complaints takes what is wrong, in words
     */
    FeedLog(Consumer<String> complaints) {
        this.complaints = complaints;
    }

    /** The next row; {@code entry} null: a tombstone. */
    void append(String key, @Nullable FeedEntry entry) {
        String[] parts = key.split("\\|", -1);
        String user = parts[0] + "|" + parts[1];
        if (entry != null && entry.getKind() == FeedEntryKind.RECORD) {
            check(key, user, entry);
        }
        if (entry == null) {
            folded.remove(key);
        } else {
            folded.put(key, entry);
        }
        if (parts[2].equals("line")) {
            checkLine(key, user, parts[3], entry);
        }
    }

    /** The new enemy: nothing reaches an assignee as such unless the line row before it says assigned. */
    private void check(String key, String user, FeedEntry entry) {
        TelephonyRecord record = Objects.requireNonNull(entry.getRecord());
        FeedEntry line = folded.get(user + "|line|" + record.getNumber());
        boolean assigned = line != null && line.getLine().getAssigned();
        if (entry.getReasons().contains(Reason.ASSIGNEE) && !assigned) {
            complaints.accept("new enemy: " + key + " told as ASSIGNEE, while the line row says " + line);
        }
    }

    /** A line whose loss is over has nothing left to lose. */
    private void checkLine(String key, String user, String number, @Nullable FeedEntry entry) {
        LineState line = entry == null ? null : entry.getLine();
        boolean over = line == null || (!line.getAssigned() && line.getState() != LineStatus.REVOKING);
        if (over) {
            folded.forEach((other, row) -> {
                if (other.startsWith(user + "|rec|")
                        && row.getRecord().getNumber().equals(number)
                        && row.getReasons().contains(Reason.ASSIGNEE)) {
                    complaints.accept("withdrawn too soon: " + key + " is over, while " + other + " is still there");
                }
            });
        }
    }

    /** All rows, as texts by key. */
    Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        folded.forEach((key, entry) -> rows.put(key, FeedText.of(entry)));
        return rows;
    }

    /** What a line row grants, whatever its state; "none" also where the line is being revoked altogether. */
    String lineText(String key) {
        FeedEntry entry = folded.get(key);
        if (entry == null) {
            return NaiveDirectory.NO_LINE;
        }
        LineState line = entry.getLine();
        boolean any = line.getAssigned() || line.getCallerId() || line.getRouted();
        return !any && line.getState() == LineStatus.REVOKING ? NaiveDirectory.NO_LINE : FeedText.flags(line);
    }

    /** Everyone's row of one record. */
    Map<String, String> rowsOfRecord(String workspaceId, String position, String number) {
        Map<String, String> rows = new TreeMap<>();
        folded.forEach((key, entry) -> {
            if (key.startsWith(workspaceId + "|") && key.endsWith("|rec|" + position + "|" + number)) {
                rows.put(key, FeedText.of(entry));
            }
        });
        return rows;
    }
}
