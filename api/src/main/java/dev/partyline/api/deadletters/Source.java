package dev.partyline.api.deadletters;

import dev.partyline.schemas.topic.Topics;
import java.util.Arrays;
import java.util.Optional;

/** What the engine takes in, and where a dead letter goes when it is sent again. */
public enum Source {
    CHANGES,
    RECORDS;

    /** The topic that producers publish to. */
    String topic(Topics topics) {
        return switch (this) {
            case CHANGES -> topics.changes().name();
            case RECORDS -> topics.records().name();
        };
    }

    /** What a letter is that came from {@code topic}; one that the engine had moved is what it was before. */
    static Optional<Source> of(Topics topics, String topic) {
        return Arrays.stream(values())
                .filter(source -> topic.equals(source.topic(topics)) || topic.equals(source.moved(topics)))
                .findFirst();
    }

    private String moved(Topics topics) {
        return switch (this) {
            case CHANGES -> topics.movedChanges().name();
            case RECORDS -> topics.movedRecords().name();
        };
    }
}
