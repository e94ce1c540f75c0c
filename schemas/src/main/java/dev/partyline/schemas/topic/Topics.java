package dev.partyline.schemas.topic;

import static dev.partyline.schemas.topic.PartitionGroup.FREE;
import static dev.partyline.schemas.topic.PartitionGroup.NUMBER;
import static dev.partyline.schemas.topic.PartitionGroup.USER;
import static dev.partyline.schemas.topic.PartitionGroup.WORKSPACE;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.Encounter;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAccess;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every topic of an installation (DESIGN 5), declared here and nowhere else.
 *
 * @param prefix what all names begin with, by default {@link #DEFAULT_PREFIX}
 */
public record Topics(String prefix) {
    public static final String DEFAULT_PREFIX = "partyline.";

    /**
     * How long the engine may be away without losing what is under way between its stages: as long as {@link #records}
     * are kept.
     */
    private static final Duration UNDER_WAY = Duration.ofDays(7);

    /**
     * The largest event that the engine takes in, in bytes of key, value and headers together, uncompressed. No producer
     * with Kafka's default settings can send a larger one.
     */
    public static final int MAX_EVENT_BYTES = 1 << 20;

    /**
     * The largest message that the engine writes. What follows from an event is larger than the event: docs/decisions/0070
     * says by how much.
     */
    public static final int MAX_MESSAGE_BYTES = 8 << 20;

    /** How long a feed consumer may be away and still learn of every withdrawal. */
    public static final Duration FEED_TOMBSTONES = Duration.ofDays(30);

    /** What upstream asks to change. Key: workspaceId. */
    public Topic<DirectoryChange> changes() {
        return topic(
                "changes", DirectoryChange.class, WORKSPACE, Cleanup.never().withAppendTime());
    }

    /** Changes that lay in the wrong partition for their key, on their way to the right one, with their append time. */
    public Topic<DirectoryChange> movedChanges() {
        return topic(
                "moved-changes",
                DirectoryChange.class,
                WORKSPACE,
                wide(Cleanup.after(UNDER_WAY).withProducerTime()));
    }

    /** Calls, messages and voicemails. Key: number. */
    public Topic<TelephonyRecord> records() {
        return topic(
                "records",
                TelephonyRecord.class,
                NUMBER,
                Cleanup.after(UNDER_WAY).withAppendTime());
    }

    /** Records that lay in the wrong partition for their key, on their way to the right one, with their append time. */
    public Topic<TelephonyRecord> movedRecords() {
        return topic(
                "moved-records",
                TelephonyRecord.class,
                NUMBER,
                wide(Cleanup.after(UNDER_WAY).withProducerTime()));
    }

    /** What became of each change. Key: workspaceId. */
    public Topic<ChangeDecision> decisions() {
        return topic("decisions", ChangeDecision.class, FREE, Cleanup.never().withAppendTime());
    }

    /** Who has access to each number. Key: {@code ws|number}, partitioned by the number alone. */
    public Topic<NumberAccess> numberAccess() {
        return topic("number-access", NumberAccess.class, NUMBER, wide(Cleanup.compact()));
    }

    /** Which lines each user has. Key: {@code ws|userId}. */
    public Topic<UserAccess> userAccess() {
        return topic("user-access", UserAccess.class, USER, wide(Cleanup.compact()));
    }

    /** What each user may see now. Keys: see Keys.ofFeed…, partitioned by {@code ws|userId}. */
    public Topic<FeedEntry> feed() {
        return topic(
                "feed",
                FeedEntry.class,
                USER,
                wide(Cleanup.compact().withTombstonesFor(FEED_TOMBSTONES).withBoundedCompactionLag()));
    }

    /** Whom and what numbers have met, for the directory. Key: workspaceId. */
    public Topic<Encounter> encounters() {
        return topic("encounters", Encounter.class, WORKSPACE, Cleanup.after(UNDER_WAY));
    }

    /** Who owns a contact that a number has met. Key: {@code ws|number|contactId}, partitioned by the number alone. */
    public Topic<ContactAccess> contactAccess() {
        return topic("contact-access", ContactAccess.class, NUMBER, Cleanup.compact());
    }

    /** What could not be taken, byte for byte if it fits, with the error in headers. The value class is not binding. */
    public Topic<TelephonyRecord> deadLetters() {
        return topic(
                "dead-letters",
                TelephonyRecord.class,
                FREE,
                wide(Cleanup.after(Duration.ofDays(14)).withAppendTime()));
    }

    /** All of them, in the order of DESIGN 5. */
    public List<Topic<?>> all() {
        return List.of(
                changes(),
                records(),
                decisions(),
                numberAccess(),
                userAccess(),
                feed(),
                encounters(),
                contactAccess(),
                movedChanges(),
                movedRecords(),
                deadLetters());
    }

    private static Cleanup wide(Cleanup cleanup) {
        return cleanup.withMessagesUpTo(MAX_MESSAGE_BYTES);
    }

    private <V extends SpecificRecord> Topic<V> topic(
            String name, Class<V> value, PartitionGroup group, Cleanup cleanup) {
        return new Topic<>(prefix + name, value, group, cleanup);
    }
}
