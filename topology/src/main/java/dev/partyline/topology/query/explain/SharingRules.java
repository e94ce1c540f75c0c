package dev.partyline.topology.query.explain;

import dev.partyline.schema.Call;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.query.check.SharingRule;
import dev.partyline.topology.query.check.Viewing;
import dev.partyline.topology.query.check.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** V1 to V5, tried on a record. Whether the one that applies holds is the engine's word. */
final class SharingRules {
    private SharingRules() {}

    /** What each of the five says. */
    static List<RuleTried> tried(Viewing viewing) {
        Optional<SharingRule> applies = SharingRule.of(viewing.record());
        return Arrays.stream(SharingRule.values())
                .map(rule -> applies.filter(rule::equals)
                        .map(that -> tried(that, viewing))
                        .orElseGet(() -> notAbout(rule, viewing.record())))
                .toList();
    }

    private static RuleTried tried(SharingRule rule, Viewing viewing) {
        boolean shared = viewing.shared();
        return new RuleTried(
                Rule.valueOf(rule.name()),
                shared,
                true,
                facts(rule, viewing.record(), viewing.access()),
                because(rule, shared, viewing.record()));
    }

    private static RuleTried notAbout(SharingRule rule, TelephonyRecord record) {
        return RuleTried.notAbout(
                Rule.valueOf(rule.name()), "it is about " + subject(rule) + "; this is " + Words.of(record));
    }

    private static List<Fact> facts(SharingRule rule, TelephonyRecord record, NumberAccess access) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("direction", record.getDirection().name()));
        switch (rule) {
            case V1 -> {}
            case V2 -> addSender(facts, record, access);
            case V3 -> facts.add(status(record));
            case V4 -> {
                facts.add(status(record));
                addParticipants(facts, record, access);
            }
            case V5 -> {
                facts.clear();
                facts.add(Fact.of("inbox (none: the number's default inbox)", Handlers.inboxUser(record)));
            }
        }
        return facts;
    }

    private static Fact status(TelephonyRecord record) {
        Call call = Objects.requireNonNull(record.getCall());
        return Fact.of("status", call.getStatus().name());
    }

    private static void addSender(List<Fact> facts, TelephonyRecord record, NumberAccess access) {
        List<String> sender = Handlers.of(record);
        facts.add(Fact.of("sender (none: the system)", sender.isEmpty() ? null : sender.get(0)));
        sender.forEach(userId -> facts.add(SpanRules.assignedAt(
                access, userId, record.getStartedAt(), userId + " was assigned when it was sent")));
    }

    private static void addParticipants(List<Fact> facts, TelephonyRecord record, NumberAccess access) {
        List<String> participants = Handlers.of(record);
        facts.add(Fact.of("participants", participants));
        participants.forEach(userId -> facts.add(
                SpanRules.assignedAt(access, userId, record.getStartedAt(), userId + " was assigned when it began")));
        facts.add(
                Fact.of("policy mixedCalls", access.getPolicy().getMixedCalls().name()));
    }

    private static String subject(SharingRule rule) {
        return switch (rule) {
            case V1 -> "inbound messages";
            case V2 -> "outbound messages";
            case V3 -> "missed inbound calls";
            case V4 -> "calls other than missed inbound ones";
            case V5 -> "voicemails";
        };
    }

    private static String because(SharingRule rule, boolean shared, TelephonyRecord record) {
        boolean handled = !Handlers.of(record).isEmpty();
        return switch (rule) {
            case V1 -> "inbound messages are shared";
            case V2 ->
                handled
                        ? "its sender " + (shared ? "was" : "was not") + " assigned when it was sent"
                        : "the system sent it";
            case V3 -> "missed inbound calls are shared, whoever they rang";
            case V4 -> handled ? ofParticipants(shared) : "nobody of the workspace took part";
            case V5 ->
                shared
                        ? "it lies in the number's default inbox"
                        : "it lies in the inbox of " + Handlers.inboxUser(record) + ", whose alone it is";
        };
    }

    private static String ofParticipants(boolean shared) {
        return shared
                ? "enough of those who took part were assigned when it began"
                : "not enough of those who took part were assigned when it began";
    }
}
