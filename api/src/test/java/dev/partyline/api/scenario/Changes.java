package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes that are submitted, and what becomes of each. */
sealed interface Changes extends Step {
    /** In the order in which they are submitted. */
    List<Change> all();

    /** In a request of its own. */
    record One(Change change) implements Changes {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public One {}

        @Override
        public List<Change> all() {
            return List.of(change);
        }
    }

    /** In one request. */
    record Several(List<Change> all) implements Changes {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Several {}
    }

    /**
     * One change.
     *
     * @param json as the API takes it, but for the number's short name
     * @param at when it took place; null: at the time of its step
     * @param is ACCEPTED, UNCHANGED, or the reason for which it is rejected
     */
    record Change(ObjectNode json, @Nullable String at, String is) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Change of(ObjectNode text) {
            ObjectNode json = text.deepCopy();
            String at = json.has("at") ? json.remove("at").asText() : null;
            String is = json.has("is") ? json.remove("is").asText() : "ACCEPTED";
            return new Change(json, at, is);
        }
    }
}
