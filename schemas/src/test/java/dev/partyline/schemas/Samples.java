package dev.partyline.schemas;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.Direction;
import dev.partyline.schema.Encounter;
import dev.partyline.schema.EncounterKind;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.Interval;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.RejectionReason;
import dev.partyline.schema.Role;
import dev.partyline.schema.Routing;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAccess;
import dev.partyline.schema.UserLine;
import dev.partyline.schema.UserState;
import dev.partyline.schema.Voicemail;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One value of every kind that travels, by name. Their bytes are committed (released/): never change one, add another.
 * Fields that later versions add are left to their defaults.
 */
public final class Samples {
    static final String WORKSPACE = "acme";
    static final String NUMBER = "+15550100";
    static final Instant TIME = Instant.parse("1999-12-31T23:59:59.999Z");

    private Samples() {}

    /** All of them; the part of the name before a dot is the schema's. */
    public static Map<String, SpecificRecord> all() {
        Map<String, SpecificRecord> all = new LinkedHashMap<>();
        ChangeSamples.all().forEach((name, change) -> all.put("DirectoryChange." + name, change));
        all.put("TelephonyRecord.call", call());
        all.put("TelephonyRecord.message", message());
        all.put("TelephonyRecord.voicemail", voicemail());
        all.put("TelephonyRecord.erased", record(RecordKind.ERASED).build());
        all.put("ChangeDecision.accepted", decision(Outcome.ACCEPTED, null, null));
        all.put("ChangeDecision.rejected", decision(Outcome.REJECTED, RejectionReason.NUMBER_FULL, "it has 1 user"));
        all.put("NumberAccess.users", numberAccess());
        all.put("Encounter.person", encounter(EncounterKind.PERSON, "ann"));
        all.put("Encounter.contact", encounter(EncounterKind.CONTACT, "contact-9"));
        all.put("ContactAccess.owned", contactAccess("ann"));
        all.put("ContactAccess.free", contactAccess(null));
        all.put("UserAccess.line", userAccess());
        all.put("FeedEntry.record", feedRecord());
        all.put("FeedEntry.line", feedLine());
        all.put("FeedEntry.user", feedUser());
        return all;
    }

    /** A call, with all that a record may say. */
    public static TelephonyRecord call() {
        return record(RecordKind.CALL)
                .setPeer("Jürgen ☎")
                .setContactId("contact-9")
                .setCall(Call.newBuilder()
                        .setStatus(CallStatus.COMPLETED)
                        .setParticipants(List.of(
                                participant("ann", ParticipantRole.MADE), participant("bob", ParticipantRole.JOINED)))
                        .setDurationSeconds(61)
                        .setRecordingUri("https://example.com/r/1")
                        .build())
                .build();
    }

    private static TelephonyRecord.Builder record(RecordKind kind) {
        return TelephonyRecord.newBuilder()
                .setRecordId("record-1")
                .setWorkspaceId(WORKSPACE)
                .setNumber(NUMBER)
                .setDirection(Direction.OUTBOUND)
                .setStartedAt(TIME)
                .setRevision(7)
                .setKind(kind);
    }

    private static TelephonyRecord message() {
        return record(RecordKind.MESSAGE)
                .setMessage(Message.newBuilder()
                        .setSenderId("ann")
                        .setText("See you at 5?\n👋")
                        .setMediaUris(List.of("https://example.com/m/1"))
                        .setStatus(MessageStatus.DELIVERED)
                        .build())
                .build();
    }

    private static TelephonyRecord voicemail() {
        return record(RecordKind.VOICEMAIL)
                .setVoicemail(Voicemail.newBuilder()
                        .setInboxUserId("bob")
                        .setDurationSeconds(12)
                        .setRecordingUri("https://example.com/v/1")
                        .setTranscript("Please call back.")
                        .build())
                .build();
    }

    private static Participant participant(String userId, ParticipantRole role) {
        return Participant.newBuilder().setUserId(userId).setRole(role).build();
    }

    private static ChangeDecision decision(Outcome outcome, @Nullable RejectionReason reason, @Nullable String detail) {
        return ChangeDecision.newBuilder()
                .setChangeId("change-1")
                .setWorkspaceId(WORKSPACE)
                .setOutcome(outcome)
                .setReason(reason)
                .setDetail(detail)
                .setVersion(42)
                .setDecidedAt(TIME)
                .build();
    }

    private static NumberAccess numberAccess() {
        Interval closed =
                Interval.newBuilder().setFrom(Instant.EPOCH).setTo(TIME).build();
        Interval open = Interval.newBuilder().setFrom(TIME).build();
        return NumberAccess.newBuilder()
                .setWorkspaceId(WORKSPACE)
                .setNumber(NUMBER)
                .setLabel("Sales")
                .setPolicy(ChangeSamples.policy())
                .setVersion(42)
                .setRouting(Routing.newBuilder()
                        .setUserIds(List.of("ann"))
                        .setMode(RoutingMode.RING_ALL)
                        .build())
                .setUsers(List.of(user("ann", List.of(closed, open)), user("bob", List.of())))
                .build();
    }

    private static NumberUser user(String userId, List<Interval> intervals) {
        return NumberUser.newBuilder()
                .setUserId(userId)
                .setActive(true)
                .setCalling(true)
                .setTexting(false)
                .setCallerId(false)
                .setIntervals(intervals)
                .build();
    }

    private static Encounter encounter(EncounterKind kind, String id) {
        return Encounter.newBuilder()
                .setWorkspaceId(WORKSPACE)
                .setNumber(NUMBER)
                .setKind(kind)
                .setId(id)
                .build();
    }

    private static ContactAccess contactAccess(@Nullable String ownerId) {
        return ContactAccess.newBuilder()
                .setWorkspaceId(WORKSPACE)
                .setNumber(NUMBER)
                .setContactId("contact-9")
                .setOwnerId(ownerId)
                .setMembership(1)
                .setVersion(42)
                .build();
    }

    private static UserAccess userAccess() {
        UserLine line = UserLine.newBuilder()
                .setNumber(NUMBER)
                .setLabel("Sales")
                .setAssigned(true)
                .setCalling(true)
                .setTexting(false)
                .setCallerId(false)
                .setRouted(true)
                .setSince(TIME)
                .build();
        return UserAccess.newBuilder()
                .setWorkspaceId(WORKSPACE)
                .setUserId("ann")
                .setName("Ann")
                .setRole(Role.MEMBER)
                .setActive(true)
                .setVersion(42)
                .setLines(List.of(line))
                .build();
    }

    private static FeedEntry feedRecord() {
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.RECORD)
                .setReasons(List.of(Reason.ASSIGNEE, Reason.PARTICIPANT))
                .setRecord(call())
                .build();
    }

    private static FeedEntry feedLine() {
        LineState line = LineState.newBuilder()
                .setNumber(NUMBER)
                .setLabel("Sales")
                .setState(LineStatus.SYNCING)
                .setAssigned(true)
                .setCalling(true)
                .setTexting(false)
                .setCallerId(false)
                .setRouted(true)
                .setVisibleFrom(TIME.toEpochMilli())
                .setDone(10)
                .setTotal(170_000)
                .setVersion(42)
                .setChangedBy("olga")
                .setChangeId("change-1")
                .build();
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.LINE)
                .setReasons(List.of())
                .setLine(line)
                .build();
    }

    private static FeedEntry feedUser() {
        UserState user = UserState.newBuilder()
                .setActive(false)
                .setRole(Role.OWNER)
                .setVersion(42)
                .build();
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.USER)
                .setReasons(List.of())
                .setUser(user)
                .build();
    }
}
