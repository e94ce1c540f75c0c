package dev.partyline.api.demo;

import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens, and what must be seen of it.
 *
 * @param at time of day, {@code HH:MM}, UTC
 * @param tell it in words
 * @param does it as data
 * @param seen of a record: the reasons for which each user sees it; nobody else does. Null: not a record
 * @param sees of a change: all records that these users see from then on, with the reasons; null: nothing changes
 * @param why the rule behind it; null: nothing new
 */
record Event(
        String at,
        String tell,
        Step does,
        @Nullable Map<String, String> seen,
        @Nullable Map<String, Map<String, String>> sees,
        @Nullable String why) {
    LocalTime time() {
        return LocalTime.parse(at);
    }

    /** Id of the record that comes into being; empty: none does. */
    String recordId() {
        if (does instanceof Step.PhoneCall call) {
            return call.id();
        } else if (does instanceof Step.Text text) {
            return text.id();
        }
        return does instanceof Step.Voicemail voicemail ? voicemail.id() : "";
    }

    /** Who must see what once this has happened. */
    Sight after(Sight before) {
        if (seen != null) {
            String touched = does instanceof Step.Erase erase ? erase.record() : recordId();
            return before.withRecord(touched, seen);
        }
        return sees == null ? before : before.withUsers(sees);
    }
}
