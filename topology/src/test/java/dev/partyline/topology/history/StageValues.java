package dev.partyline.topology.history;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.Encounter;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.UserAccess;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.wiring.Wiring;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the values of what the stages put out. */
final class StageValues {
    private final Topics topics;
    private final Deserializer<ChangeDecision> decisions;
    private final Deserializer<NumberAccess> accesses;
    private final Deserializer<ContactAccess> contactAccesses;
    private final Deserializer<Encounter> encounters;
    private final Deserializer<UserAccess> userAccesses;
    private final Deserializer<FeedEntry> feed;

    StageValues(Wiring wiring) {
        topics = wiring.topics();
        decisions = wiring.deserializer(topics.decisions());
        accesses = wiring.deserializer(topics.numberAccess());
        contactAccesses = wiring.deserializer(topics.contactAccess());
        encounters = wiring.deserializer(topics.encounters());
        userAccesses = wiring.deserializer(topics.userAccess());
        feed = wiring.deserializer(topics.feed());
    }

    ChangeDecision decision(Row row) {
        return decisions.deserialize(topics.decisions().name(), row.value());
    }

    NumberAccess access(Row row) {
        return accesses.deserialize(topics.numberAccess().name(), row.value());
    }

    ContactAccess contactAccess(Row row) {
        return contactAccesses.deserialize(topics.contactAccess().name(), row.value());
    }

    Encounter encounter(Row row) {
        return encounters.deserialize(topics.encounters().name(), row.value());
    }

    UserAccess userAccess(Row row) {
        return userAccess(Objects.requireNonNull(row.value()));
    }

    UserAccess userAccess(byte[] value) {
        return userAccesses.deserialize(topics.userAccess().name(), value);
    }

    /** Null: a tombstone. */
    @Nullable
    FeedEntry entry(Row row) {
        return row.value() == null ? null : entry(row.value());
    }

    FeedEntry entry(byte[] value) {
        return feed.deserialize(topics.feed().name(), value);
    }
}
