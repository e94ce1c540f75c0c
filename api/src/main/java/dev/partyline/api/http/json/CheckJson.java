package dev.partyline.api.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.topology.query.check.Action;
import dev.partyline.topology.query.check.Check;
import dev.partyline.topology.query.check.CheckAnswer;
import dev.partyline.topology.query.check.RecordKey;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Questions whether a user may do something, as callers put them, and the answers. */
public final class CheckJson {
    private static final String USER = "user";
    private static final String ACTION = "action";
    private static final String NUMBER = "number";
    private static final String RECORD = "record";
    private static final String STARTED_AT = "startedAt";
    private static final String RECORD_ID = "recordId";

    private final FieldForms forms;

    public CheckJson(FieldForms forms) {
        this.forms = forms;
    }

    /**
     * Reads one question.
     *
     * @param path where it stands in the request, for messages
     * @throws ProblemException 422, naming the field that is at fault
     */
    public Check read(JsonNode json, String path) {
        requireFields(json, path, List.of(USER, ACTION, NUMBER, RECORD));
        String userId = forms.id(AvroJsonReader.child(path, USER), text(json, path, USER));
        Action action = action(text(json, path, ACTION), AvroJsonReader.child(path, ACTION), List.of(Action.values()));
        if (action == Action.VIEW_RECORD) {
            refuse(json, path, NUMBER, "must be absent: " + action + " is about a record");
            return Check.ofRecord(userId, record(json.path(RECORD), AvroJsonReader.child(path, RECORD)));
        }
        refuse(json, path, RECORD, "must be absent: " + action + " is not about a record");
        Optional<String> number =
                action.needsNumber() || json.has(NUMBER) ? Optional.of(number(json, path)) : Optional.empty();
        return new Check(userId, action, number, Optional.empty());
    }

    /**
     * Reads an action.
     *
     * @param allowed those that may be asked for here
     * @throws ProblemException 422, naming those
     */
    public static Action action(String text, String path, List<Action> allowed) {
        return allowed.stream()
                .filter(action -> action.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        path,
                        "must be one of "
                                + String.join(
                                        ", ", allowed.stream().map(Action::name).toList())));
    }

    /** The question in normal form, and its answer. */
    public static ObjectNode write(Check check, CheckAnswer answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(USER, check.userId()).put(ACTION, check.action().name());
        check.number().ifPresent(number -> json.put(NUMBER, number));
        check.record()
                .ifPresent(record -> json.putObject(RECORD)
                        .put(NUMBER, record.number())
                        .put(STARTED_AT, record.startedAt().toEpochMilli())
                        .put(RECORD_ID, record.recordId()));
        return json.put("allowed", answer.allowed())
                .put("rule", answer.rule().name())
                .put("because", answer.because());
    }

    private RecordKey record(JsonNode json, String path) {
        requireFields(json, path, List.of(NUMBER, STARTED_AT, RECORD_ID));
        return new RecordKey(
                number(json, path),
                startedAt(json.path(STARTED_AT), AvroJsonReader.child(path, STARTED_AT)),
                forms.id(AvroJsonReader.child(path, RECORD_ID), text(json, path, RECORD_ID)));
    }

    private String number(JsonNode json, String path) {
        return forms.number(AvroJsonReader.child(path, NUMBER), text(json, path, NUMBER));
    }

    private static Instant startedAt(JsonNode json, String path) {
        if (json.isMissingNode()) {
            throw ProblemException.invalid(path, "is missing");
        }
        return Times.read(json).orElseThrow(() -> ProblemException.invalid(path, "a time must be " + Times.FORM));
    }

    private static void requireFields(JsonNode json, String path, List<String> fields) {
        if (!json.isObject()) {
            throw ProblemException.invalid(path, json.isMissingNode() ? "is missing" : "must be an object");
        }
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw ProblemException.invalid(
                        AvroJsonReader.child(path, name), "no such field; there are " + String.join(", ", fields));
            }
        }
    }

    private static void refuse(JsonNode json, String path, String field, String why) {
        if (json.has(field)) {
            throw ProblemException.invalid(AvroJsonReader.child(path, field), why);
        }
    }

    private static String text(JsonNode json, String path, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw ProblemException.invalid(
                    AvroJsonReader.child(path, field), value.isMissingNode() ? "is missing" : "must be a string");
        }
        return value.textValue();
    }
}
