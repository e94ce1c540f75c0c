package dev.partyline.api.verify;

import dev.partyline.model.FeedText;
import dev.partyline.model.LoggedChange;
import dev.partyline.model.NaiveModel;
import dev.partyline.model.NaiveRecords.Identity;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.directory.ChangeRules;
import dev.partyline.topology.intake.RecordRules;
import java.time.Duration;
import java.util.Map;

/** What the model makes of one workspace's events. Pure memory, no Kafka. */
final class ModelFeeds {
    /** A record just too old may be there or not until the sweep has come round. */
    private static final Duration SWEPT_WITHIN = Duration.ofHours(1);

    private static final long EVERYTHING = Long.MAX_VALUE;

    private final NaiveModel model = new NaiveModel();
    private final String workspaceId;
    private long keptMillis = EVERYTHING;
    private boolean inOrder = true;

    ModelFeeds(String workspaceId) {
        this.workspaceId = workspaceId;
    }

    /**
     * Takes the next change of its topic.
     *
     * @param appendedAt when the broker appended it
     * @param inPlace whether it lies in the partition of its key; of others nobody knows when they were decided
     */
    void change(String key, DirectoryChange change, long appendedAt, boolean inPlace) {
        if (!change.getWorkspaceId().equals(workspaceId) || !key.equals(workspaceId)) {
            return;
        }
        inOrder &= inPlace;
        if (ChangeRules.malformed(change).isEmpty()) {
            model.change(new LoggedChange(change, appendedAt));
            keep(change.getChange());
        }
    }

    /** Takes a record. */
    void record(String key, TelephonyRecord record) {
        boolean taken = record.getWorkspaceId().equals(workspaceId)
                && key.equals(record.getNumber())
                && RecordRules.fault(record).isEmpty();
        if (taken) {
            model.record(record);
        }
    }

    /** Whether the order of the changes is that in which they were decided. */
    boolean inOrder() {
        return inOrder;
    }

    /** All rows that there must be once everything has come to rest: key to text. */
    Map<String, String> rows() {
        return model.feed();
    }

    /**
     * Whether nobody can say that a row must be there, or must not: a record's that is or was older than a policy let
     * records become, or of which the topic has nothing any more.
     *
     * @param recordsWhole whether all records that ever were have been taken
     */
    boolean isOpen(String rowKey, long now, boolean recordsWhole) {
        return FeedText.recordOf(rowKey)
                .filter(record -> mayBeTooOld(record, now) || !recordsWhole && !isKnown(record))
                .isPresent();
    }

    private boolean mayBeTooOld(Identity record, long now) {
        return keptMillis != EVERYTHING && record.startedAt() < now - keptMillis + SWEPT_WITHIN.toMillis();
    }

    private boolean isKnown(Identity record) {
        return model.records().identities().contains(record);
    }

    private void keep(Object change) {
        Policy policy = change instanceof PolicySet set
                ? set.getPolicy()
                : change instanceof NumberPolicySet ofNumber ? ofNumber.getPolicy() : null;
        Integer days = policy == null ? null : policy.getRetentionDays();
        if (days != null) {
            keptMillis = Math.min(keptMillis, Duration.ofDays(days).toMillis());
        }
    }
}
