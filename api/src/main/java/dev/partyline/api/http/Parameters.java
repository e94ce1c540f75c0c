package dev.partyline.api.http;

import dev.partyline.api.http.json.CheckJson;
import dev.partyline.api.http.json.FieldForms;
import dev.partyline.api.http.json.Times;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.api.stream.ResumePoint;
import dev.partyline.schema.RecordKind;
import dev.partyline.topology.query.FeedCursor;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.check.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parts of an address, read and checked; each refusal (422) names the part and says what it must be. */
final class Parameters {
    private static final int DEFAULT_LIMIT = 50;

    private static final List<Action> ON_NUMBERS =
            List.of(Action.VIEW_RECORDS, Action.PLACE_CALL, Action.SEND_TEXT, Action.RECEIVE_CALL, Action.ASSIGN);

    private final FieldForms forms;

    Parameters(FieldForms forms) {
        this.forms = forms;
    }

    String workspace(String text) {
        return forms.id("workspace", text);
    }

    String user(String text) {
        return forms.id("user", text);
    }

    String recordId(String text) {
        return forms.id("recordId", text);
    }

    String changeId(String text) {
        return forms.id("changeId", text);
    }

    String number(String text) {
        return forms.number("number", text);
    }

    /** A number in a query, where a + that was not encoded arrives as a space. */
    Optional<String> queriedNumber(@Nullable String text) {
        return Optional.ofNullable(text).map(each -> number(each.startsWith(" ") ? "+" + each.substring(1) : each));
    }

    /** A time in a query; the + of a zone such as +02:00 may have arrived as a space. */
    Optional<Instant> time(String name, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(each -> Times.parse(each.replace(' ', '+'))
                        .orElseThrow(() -> ProblemException.invalid(name, "a time must be " + Times.FORM)));
    }

    int limit(@Nullable String text) {
        return text == null ? DEFAULT_LIMIT : (int) whole("limit", text, 1, FeedQuery.MAX_LIMIT);
    }

    /** A whole number within bounds. */
    long whole(String name, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw outside(name, least, most);
        }
        throw outside(name, least, most);
    }

    /** Where the page before ended, from the cursor that it gave; {@code form} tells what the list is paged by. */
    Optional<String> place(@Nullable String cursor, Predicate<String> form) {
        return Optional.ofNullable(cursor).map(each -> Cursors.place(each, form).orElseThrow(Parameters::badCursor));
    }

    Optional<FeedCursor> cursor(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(FeedCursor::parse);
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    /** Where a stream goes on; {@code name}: of the parameter or header that says so. */
    Optional<ResumePoint> resume(String name, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(ResumePoint::parse);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(400, "must be the resume of a feed page, or the id of an event of its stream")
                            .with("field", name));
        }
    }

    /** A kind that a feed can hold: what is erased is in none. */
    Optional<RecordKind> kind(@Nullable String text) {
        return Optional.ofNullable(text).map(each -> switch (each) {
            case "CALL" -> RecordKind.CALL;
            case "MESSAGE" -> RecordKind.MESSAGE;
            case "VOICEMAIL" -> RecordKind.VOICEMAIL;
            default -> throw ProblemException.invalid("kind", "must be one of CALL, MESSAGE, VOICEMAIL");
        });
    }

    /** An action that can be asked of each of a user's numbers. */
    Optional<Action> can(@Nullable String text) {
        return Optional.ofNullable(text).map(each -> CheckJson.action(each, "can", ON_NUMBERS));
    }

    private static ProblemException badCursor() {
        return ProblemException.invalid("cursor", "must be the next of the page before");
    }

    private static ProblemException outside(String name, long least, long most) {
        return ProblemException.invalid(name, "must be a whole number from " + least + " to " + most);
    }
}
