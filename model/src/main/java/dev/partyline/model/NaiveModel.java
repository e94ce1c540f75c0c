package dev.partyline.model;

import dev.partyline.model.NaiveRecords.Identity;
import dev.partyline.schema.Reason;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What must come of a history: decisions, and every user's feed. The changes go in in the log's order, the records in
 * any. Feeds are told as texts by key (see {@link FeedText}), so that two can be compared and read.
 */
public final class NaiveModel {
    private final Map<String, NaiveDirectory> directories = new TreeMap<>();
    private final List<LoggedChange> log = new ArrayList<>();
    private final NaiveRecords records = new NaiveRecords();

    /** Takes the next change of the log, and says what it must come to. */
    public Expected change(LoggedChange logged) {
        log.add(logged);
        return directory(logged.workspaceId()).apply(logged);
    }

    public void record(TelephonyRecord event) {
        directory(event.getWorkspaceId());
        records.add(event);
    }

    /** The workspace's directory as it stands. */
    public NaiveDirectory directory(String workspaceId) {
        return directories.computeIfAbsent(workspaceId, unused -> new NaiveDirectory());
    }

    /** Every workspace that a change or a record has named. */
    public Set<String> workspaces() {
        return directories.keySet();
    }

    public NaiveRecords records() {
        return records;
    }

    /** The workspace's directory as it stood when its change counter was {@code version}. */
    public NaiveDirectory directoryAsOf(String workspaceId, long version) {
        NaiveDirectory directory = new NaiveDirectory();
        for (LoggedChange logged : log) {
            if (directory.version() == version) {
                break;
            }
            if (logged.workspaceId().equals(workspaceId)) {
                directory.apply(logged);
            }
        }
        return directory;
    }

    /** All feeds once everything has come to rest. */
    public Map<String, String> feed() {
        Map<String, String> feed = new TreeMap<>(recordRows());
        directories.forEach((workspaceId, directory) -> {
            directory
                    .members()
                    .forEach((userId, member) -> feed.put(
                            Keys.ofFeedUser(workspaceId, userId), FeedText.user(member.present(), member.role())));
            feed.putAll(lineRows(workspaceId, directory));
        });
        return feed;
    }

    /** The record rows of all feeds once everything has come to rest: what readers see. */
    public Map<String, String> recordRows() {
        Map<String, String> rows = new TreeMap<>();
        for (Identity identity : records.identities()) {
            NaiveDirectory directory = directory(identity.workspaceId());
            rows.putAll(recordRows(identity, new NaiveSight(directory, Acquaintance.complete(directory))));
        }
        return rows;
    }

    /** The rows of one record for those to whom {@code sight} shows it. */
    public Map<String, String> recordRows(Identity identity, NaiveSight sight) {
        Map<String, String> rows = new TreeMap<>();
        records.latest(identity).ifPresent(record -> {
            for (String userId : sight.candidates(record)) {
                List<Reason> reasons = sight.reasons(record, userId);
                if (!reasons.isEmpty()) {
                    String position = Keys.position(identity.startedAt(), identity.recordId());
                    rows.put(
                            Keys.ofFeedRecord(identity.workspaceId(), userId, position, identity.number()),
                            FeedText.record(reasons, record));
                }
            }
        });
        return rows;
    }

    private static Map<String, String> lineRows(String workspaceId, NaiveDirectory directory) {
        Map<String, String> rows = new TreeMap<>();
        for (String number : directory.numbers().keySet()) {
            for (String userId : directory.members().keySet()) {
                String line = FeedText.granted(directory, number, userId);
                if (!line.equals(FeedText.NO_LINE)) {
                    rows.put(Keys.ofFeedLine(workspaceId, userId, number), FeedText.liveLine(line));
                }
            }
        }
        return rows;
    }
}
