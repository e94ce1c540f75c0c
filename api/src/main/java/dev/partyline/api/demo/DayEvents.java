package dev.partyline.api.demo;

import dev.partyline.schema.CallerIdGranted;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.NumberSet;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Makes of a day's steps the events that upstream systems would publish. */
final class DayEvents {
    private final Day day;
    private final LocalDate date;
    private final Map<String, TelephonyRecord> records = new HashMap<>();
    private int changes;

    /** The day's events, as of {@code date}, which must be past: no change can be dated later than it is published. */
    DayEvents(Day day, LocalDate date) {
        this.day = day;
        this.date = date;
    }

    DirectoryChange change(Event event, Step.Change step) {
        changes++;
        String changeId = "change-" + changes;
        if (step instanceof Step.Number number) {
            return change(changeId, event.time(), new NumberSet(number(number.line()), number.label()));
        } else if (step instanceof Step.Assign assign) {
            LocalTime since = assign.since() == null ? event.time() : LocalTime.parse(assign.since());
            return change(changeId, since, new UserAssigned(number(assign.line()), assign.who(), null, null));
        } else if (step instanceof Step.Unassign unassign) {
            return change(changeId, event.time(), new UserUnassigned(number(unassign.line()), unassign.who()));
        }
        Step.CallerId callerId = (Step.CallerId) step;
        return change(changeId, event.time(), new CallerIdGranted(number(callerId.line()), callerId.who()));
    }

    TelephonyRecord happening(Event event, Step.Happening step) {
        TelephonyRecord made = make(event, step);
        records.put(made.getRecordId(), made);
        return made;
    }

    private TelephonyRecord make(Event event, Step.Happening step) {
        if (step instanceof Step.Erase erase) {
            return erased(erase.record());
        }
        TelephonyRecord.Builder blank = TelephonyRecord.newBuilder()
                .setWorkspaceId(day.workspace())
                .setStartedAt(instant(event.time()))
                .setRevision(1);
        if (step instanceof Step.PhoneCall call) {
            return RecordForms.call(blank.setNumber(number(call.line())), call);
        } else if (step instanceof Step.Text text) {
            return RecordForms.text(blank.setNumber(number(text.line())), text);
        }
        Step.Voicemail voicemail = (Step.Voicemail) step;
        return RecordForms.voicemail(blank.setNumber(number(voicemail.line())), voicemail);
    }

    private TelephonyRecord erased(String recordId) {
        TelephonyRecord known = records.get(recordId);
        if (known == null) {
            throw new IllegalArgumentException("the script erases " + recordId + ", which has not happened");
        }
        return TelephonyRecord.newBuilder(known)
                .setRevision(known.getRevision() + 1)
                .setKind(RecordKind.ERASED)
                .setPeer(null)
                .setCall(null)
                .setMessage(null)
                .setVoicemail(null)
                .build();
    }

    private DirectoryChange change(String changeId, LocalTime at, Object change) {
        return new DirectoryChange(changeId, day.workspace(), null, instant(at), change);
    }

    private String number(String line) {
        String number = day.lines().get(line);
        if (number == null) {
            throw new IllegalArgumentException("the script has no line " + line);
        }
        return number;
    }

    private Instant instant(LocalTime time) {
        return date.atTime(time).toInstant(ZoneOffset.UTC);
    }
}
