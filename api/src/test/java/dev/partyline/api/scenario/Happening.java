package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something on a line, which becomes a record or a new state of one. */
sealed interface Happening extends Step {
    /** The record's id. */
    String id();

    /** When it began; null: when it began before, or, of a new record, at the time of its step. */
    @Nullable
    String at();

    /**
     * Inbound unless somebody made it; missed unless somebody made, answered or joined it.
     *
     * @param number short name of the line
     * @param revision grows with each update of the record; null: 1
     */
    record Call(
            String id,
            String number,
            @Nullable String at,
            @Nullable String contact,
            @Nullable String made,
            @Nullable List<String> answered,
            @Nullable List<String> joined,
            @Nullable String status,
            @Nullable Integer revision)
            implements Happening {}

    /** Inbound unless there is a sender, or it says outbound: then the system sent it. */
    record Text(
            String id,
            String number,
            @Nullable String at,
            @Nullable String contact,
            @Nullable String sender,
            boolean outbound,
            @Nullable Integer revision)
            implements Happening {}

    /** In the line's default inbox unless it names whose. */
    record Voicemail(
            String id,
            String number,
            @Nullable String at,
            @Nullable String contact,
            @Nullable String inbox,
            @Nullable Integer revision)
            implements Happening {}

    /** The content of an earlier record is to go, everywhere. */
    record Erase(String id) implements Happening {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Erase {}

        @Override
        public @Nullable String at() {
            return null;
        }
    }
}
