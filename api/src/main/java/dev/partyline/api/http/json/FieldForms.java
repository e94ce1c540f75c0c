package dev.partyline.api.http.json;

import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schemas.Ids;
import java.util.Set;

/** The forms that text must have, by the name of its field: the schemas use each name for one thing only (DESIGN 2). */
public final class FieldForms {
    private static final String NUMBER = "number";
    private static final Set<String> IDS = Set.of(
            "workspaceId",
            "changeId",
            "actorId",
            "userId",
            "userIds",
            "recordId",
            "contactId",
            "ownerId",
            "senderId",
            "inboxUserId");

    private final PhoneNumbers numbers;

    public FieldForms(PhoneNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * What the field means: a number in normal form, an id as it is, other text as it is.
     *
     * @param field the field's own name
     * @param path where it stands in the request, for the message
     * @throws ProblemException 422, when {@code text} does not have the field's form
     */
    String read(String field, String path, String text) {
        if (field.equals(NUMBER)) {
            return number(path, text);
        }
        return IDS.contains(field) ? id(path, text) : text;
    }

    /** As {@link #read}, of a number. */
    public String number(String path, String text) {
        return numbers.normalise(text)
                .orElseThrow(() -> ProblemException.invalid(path, "a number must be " + Ids.NUMBER_FORM));
    }

    /** As {@link #read}, of an id. */
    public String id(String path, String text) {
        if (!Ids.isId(text)) {
            throw ProblemException.invalid(path, "an id must be " + Ids.ID_FORM);
        }
        return text;
    }
}
