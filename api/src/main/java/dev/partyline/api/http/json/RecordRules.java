package dev.partyline.api.http.json;

import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schema.Call;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record must be beyond its schema (DESIGN 6): the content that its kind names, and no other. */
final class RecordRules {
    private RecordRules() {}

    /**
     * Checks a record that has its schema's form.
     *
     * @throws ProblemException 422, naming the first field that breaks a rule
     */
    static void check(TelephonyRecord record, String path) {
        checkContent(record, path);
        Call call = record.getCall();
        if (call != null) {
            checkDuration(call.getDurationSeconds(), AvroJsonReader.child(path, "call.durationSeconds"));
        }
        Voicemail voicemail = record.getVoicemail();
        if (voicemail != null) {
            checkDuration(voicemail.getDurationSeconds(), AvroJsonReader.child(path, "voicemail.durationSeconds"));
        }
    }

    private static void checkContent(TelephonyRecord record, String path) {
        Map<RecordKind, @Nullable Object> contents = new LinkedHashMap<>();
        contents.put(RecordKind.CALL, record.getCall());
        contents.put(RecordKind.MESSAGE, record.getMessage());
        contents.put(RecordKind.VOICEMAIL, record.getVoicemail());
        contents.forEach((kind, content) -> {
            boolean wanted = kind == record.getKind();
            if (wanted != (content != null)) {
                String field = kind.name().toLowerCase(Locale.ROOT);
                throw ProblemException.invalid(
                        AvroJsonReader.child(path, field),
                        wanted ? "is missing: the kind is " + kind : "must be absent: the kind is " + record.getKind());
            }
        });
    }

    private static void checkDuration(@Nullable Integer seconds, String path) {
        if (seconds != null && seconds < 0) {
            throw ProblemException.invalid(path, "must not be negative");
        }
    }
}
