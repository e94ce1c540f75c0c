package dev.partyline.api.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What users may do, and by which rule: all of it asked in one request. */
record Checks(List<Check> all) implements Expectation {
    private static final Set<String> IDENTITY = Set.of("number", "startedAt", "recordId");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Checks {}

    /**
     * One question and its answer.
     *
     * @param number short name of the number that it is about, if it is about one
     * @param record id of the record that it is about, if it is about one
     */
    record Check(
            String user,
            String action,
            @Nullable String number,
            @Nullable String record,
            Boolean allowed,
            String rule) {
        @Override
        public String toString() {
            String about = number == null ? "" : " on " + number;
            String of = record == null ? "" : " of " + record;
            return user + " " + action + about + of + ": " + (allowed ? "yes, " : "no, ") + rule;
        }
    }

    @Override
    public Checks found(Play play) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode questions = body.putArray("checks");
        all.forEach(check -> questions.add(question(play, check)));
        JsonNode answers = play.workspace().post("/check", body).path("checks");
        List<Check> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            found.add(answered(all.get(i), answers.path(i)));
        }
        return new Checks(found);
    }

    @Override
    public String toString() {
        return String.join("\n           ", all.stream().map(Check::toString).toList());
    }

    private static ObjectNode question(Play play, Check check) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("user", check.user()).put("action", check.action());
        if (check.number() != null) {
            question.put("number", play.workspace().number(check.number()));
        }
        if (check.record() != null) {
            question.set(
                    "record", play.record(check.record()).<ObjectNode>deepCopy().retain(IDENTITY));
        }
        return question;
    }

    private static Check answered(Check asked, JsonNode answer) {
        boolean worded = !answer.path("because").asText().isBlank();
        return new Check(
                answer.path("user").asText(),
                answer.path("action").asText(),
                asked.number(),
                asked.record(),
                answer.path("allowed").asBoolean(),
                answer.path("rule").asText() + (worded ? "" : " without words"));
    }
}
