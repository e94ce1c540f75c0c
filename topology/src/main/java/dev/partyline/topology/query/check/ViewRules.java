package dev.partyline.topology.query.check;

import static dev.partyline.topology.query.check.CheckRule.BEFORE_ASSIGNMENT;
import static dev.partyline.topology.query.check.CheckRule.ERASED;
import static dev.partyline.topology.query.check.CheckRule.NOT_ASSIGNED;
import static dev.partyline.topology.query.check.CheckRule.NO_SUCH_RECORD;
import static dev.partyline.topology.query.check.CheckRule.UNKNOWN_MEMBER;

import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** May the user see this record, and which rule says so. Whether they may is the engine's word; here it gets its name. */
public final class ViewRules {
    private ViewRules() {}

    /** The answer about a record that there is. */
    public static CheckAnswer answer(Viewing viewing) {
        Optional<CheckAnswer> barred = CheckRules.barred(viewing.standing(), viewing.line());
        if (barred.isPresent()) {
            return barred.get();
        }
        List<Reason> reasons = viewing.reasons();
        return reasons.isEmpty() ? obstacle(viewing) : seen(viewing, reasons);
    }

    /** The answer about a record that there is not. */
    public static CheckAnswer withoutRecord(Standing standing, RecordKey key) {
        return CheckRules.barred(standing)
                .orElse(new CheckAnswer(
                        NO_SUCH_RECORD,
                        key.number() + " has no record " + key.recordId() + " of " + key.startedAt()
                                + ", or has it no more"));
    }

    private static CheckAnswer seen(Viewing viewing, List<Reason> reasons) {
        String who = viewing.userId();
        String words = reasons.stream()
                .map(reason -> switch (reason) {
                    case ASSIGNEE ->
                        who + " is assigned to " + number(viewing) + ", and " + Words.of(viewing.record())
                                + " is shared";
                    case PARTICIPANT -> who + " is a handler of it";
                    case INBOX -> "it lies in the inbox of " + who;
                    case CONTACT_OWNER ->
                        who + " owns the contact " + viewing.record().getContactId();
                    case UNKNOWN -> throw new IllegalArgumentException("the rules give no unknown reason");
                })
                .collect(Collectors.joining("; "));
        return new CheckAnswer(CheckRule.of(reasons.get(0)), words);
    }

    private static CheckAnswer obstacle(Viewing viewing) {
        String who = viewing.userId();
        Optional<SharingRule> rule = SharingRule.of(viewing.record());
        if (rule.isEmpty()) {
            return gone(viewing.record());
        }
        if (!viewing.line().known() && !viewing.reasonsIfActive().isEmpty()) {
            return new CheckAnswer(
                    UNKNOWN_MEMBER, number(viewing) + " has not learnt yet who " + who + " is; ask again in a moment");
        }
        if (!viewing.line().assigned()) {
            String also = viewing.shared() ? "" : "; and " + hidden(viewing.record(), rule.get());
            return new CheckAnswer(NOT_ASSIGNED, who + " is not assigned to " + number(viewing) + also);
        }
        return viewing.shared()
                ? new CheckAnswer(
                        BEFORE_ASSIGNMENT,
                        who + " is assigned since " + viewing.line().since() + ", after it began, and history is "
                                + viewing.access().getPolicy().getHistory())
                : new CheckAnswer(CheckRule.valueOf(rule.get().name()), hidden(viewing.record(), rule.get()));
    }

    private static CheckAnswer gone(TelephonyRecord record) {
        return record.getKind() == RecordKind.ERASED
                ? new CheckAnswer(ERASED, "it was erased, for everyone and for good")
                : new CheckAnswer(NO_SUCH_RECORD, "this version does not know the record's kind");
    }

    private static String hidden(TelephonyRecord record, SharingRule rule) {
        String why = switch (rule) {
            case V2 -> Objects.requireNonNull(record.getMessage()).getSenderId() + " was not assigned when it was sent";
            case V4 -> "not all who took part were assigned when it began";
            case V5 ->
                "it lies in the inbox of "
                        + Objects.requireNonNull(record.getVoicemail()).getInboxUserId();
            case V1, V3 -> throw new IllegalArgumentException(rule + " hides nothing");
        };
        return Words.of(record) + " is not shared: " + why;
    }

    private static String number(Viewing viewing) {
        return viewing.access().getNumber();
    }
}
