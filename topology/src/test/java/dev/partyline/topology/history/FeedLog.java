package dev.partyline.topology.history;

import dev.partyline.model.FeedText;
import dev.partyline.model.NaiveDirectory;
import dev.partyline.model.NaiveModel;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The feed as its consumers get it: folds it, and watches the order of what is told (DESIGN 6 and 7). */
final class FeedLog {
    private final Map<String, FeedEntry> folded = new TreeMap<>();
    private final List<FeedMessage> log = new ArrayList<>();
    private final NaiveModel model;
    private final Consumer<String> complaints;

    /**
     * @param model knows the directories as of the versions that rows name
     * @param complaints takes what is wrong, in words
     */
    FeedLog(NaiveModel model, Consumer<String> complaints) {
        this.model = model;
        this.complaints = complaints;
    }

    /** The next row; {@code entry} null: a tombstone. */
    void append(String key, @Nullable FeedEntry entry) {
        log.add(new FeedMessage(key, entry));
        FeedEntry before = entry == null ? folded.remove(key) : folded.put(key, entry);
        String[] parts = key.split("\\|", -1);
        String user = parts[0] + "|" + parts[1];
        if (parts[2].equals("line")) {
            checkLine(key, entry == null ? null : entry.getLine());
        } else if (entry != null && entry.getKind() == FeedEntryKind.RECORD) {
            checkRecord(key, entry);
        } else if (entry != null && entry.getUser().getActive() && !active(before)) {
            checkReturn(user, entry.getUser().getVersion());
        }
    }

    /** The new enemy: nothing reaches an assignee as such unless the line row before it gives sight of it. */
    private void checkRecord(String key, FeedEntry entry) {
        if (entry.getReasons().contains(Reason.ASSIGNEE) && !lineShows(key, entry)) {
            complaints.accept("new enemy: " + key + " told as ASSIGNEE, while the line row says " + lineOf(key, entry));
        }
    }

    /** A line whose loss is over has nothing left to lose: it is gone, or no longer waits for records to follow. */
    private void checkLine(String key, @Nullable LineState line) {
        boolean over = line == null || line.getState() == LineStatus.LIVE;
        folded.forEach((other, row) -> {
            if (over && isRecordOf(other, row, key) && !lineShows(other, row)) {
                complaints.accept("withdrawn too soon: " + key + " is over, while " + other + " is still there");
            }
        });
    }

    /** Whoever shows again must have lost before what they lost meanwhile, or it flashes up. */
    private void checkReturn(String user, long version) {
        String workspaceId = user.substring(0, user.indexOf('|'));
        String userId = user.substring(user.indexOf('|') + 1);
        NaiveDirectory then = model.directoryAsOf(workspaceId, version);
        folded.forEach((key, row) -> {
            if (key.startsWith(user + "|line|")) {
                LineState line = Objects.requireNonNull(row.getLine());
                boolean stale = line.getVersion() <= version && !then.assigned(line.getNumber(), userId);
                if (line.getAssigned() && stale) {
                    complaints.accept("returned too soon: " + user + " active at " + version + ", with " + row);
                }
            }
        });
    }

    /** All rows so far, in their order. */
    List<FeedMessage> log() {
        return List.copyOf(log);
    }

    /** What consumers see who read by the rule of DESIGN 6: record rows, as texts by key. */
    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        folded.forEach((key, row) -> {
            if (row.getKind() == FeedEntryKind.RECORD && shows(key, row)) {
                shown.put(key, FeedText.of(row));
            }
        });
        return shown;
    }

    private boolean shows(String key, FeedEntry row) {
        FeedEntry user = folded.get(userOf(key) + "|user");
        boolean asAssigneeOnly = row.getReasons().equals(List.of(Reason.ASSIGNEE));
        return (user == null || user.getUser().getActive()) && (!asAssigneeOnly || lineShows(key, row));
    }

    /** Whether the line row of the record's number lets its user see it as an assignee. */
    private boolean lineShows(String key, FeedEntry row) {
        FeedEntry entry = lineOf(key, row);
        LineState line = entry == null ? null : Objects.requireNonNull(entry.getLine());
        long startedAt = Objects.requireNonNull(row.getRecord()).getStartedAt().toEpochMilli();
        return line != null
                && line.getAssigned()
                && (line.getVisibleFrom() == null || line.getVisibleFrom() <= startedAt);
    }

    private @Nullable FeedEntry lineOf(String key, FeedEntry row) {
        TelephonyRecord record = Objects.requireNonNull(row.getRecord());
        return folded.get(userOf(key) + "|line|" + record.getNumber());
    }

    /** Whether the row is a record that the user of the line sees as an assignee. */
    private static boolean isRecordOf(String key, FeedEntry row, String lineKey) {
        return row.getKind() == FeedEntryKind.RECORD
                && row.getReasons().contains(Reason.ASSIGNEE)
                && lineKey.equals(userOf(key) + "|line|" + row.getRecord().getNumber());
    }

    private static String userOf(String key) {
        String[] parts = key.split("\\|", -1);
        return parts[0] + "|" + parts[1];
    }

    private static boolean active(@Nullable FeedEntry userRow) {
        return userRow == null || userRow.getUser().getActive();
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
            return FeedText.NO_LINE;
        }
        LineState line = entry.getLine();
        boolean any = line.getAssigned() || line.getCallerId() || line.getRouted();
        return !any && line.getState() == LineStatus.REVOKING ? FeedText.NO_LINE : FeedText.granted(line);
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
