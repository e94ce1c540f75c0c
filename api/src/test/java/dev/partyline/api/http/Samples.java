package dev.partyline.api.http;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.Direction;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.Interval;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Outcome;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.RejectionReason;
import dev.partyline.schema.Role;
import dev.partyline.schema.Routing;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAccess;
import dev.partyline.schema.UserLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that tests put into the fakes. */
final class Samples {
    static final String NUMBER = "+12125550100";

    private Samples() {}

    /** A number on which ana is assigned since 3000 and was in [1000, 2000), and ben was in [1500, 2500). */
    static NumberAccess number() {
        return NumberAccess.newBuilder()
                .setWorkspaceId("acme")
                .setNumber(NUMBER)
                .setLabel("Sales")
                .setPolicy(Policy.newBuilder().build())
                .setVersion(7)
                .setRouting(Routing.newBuilder()
                        .setUserIds(List.of())
                        .setMode(RoutingMode.RING_ALL)
                        .build())
                .setUsers(List.of(
                        new NumberUser(
                                "ana", true, true, false, false, List.of(span(1000, 2000L), span(3000, null)), 0L),
                        new NumberUser("ben", true, false, false, false, List.of(span(1500, 2500L)), 0L),
                        new NumberUser("cleo", true, false, false, true, List.of(), 0L)))
                .build();
    }

    static UserAccess user() {
        UserLine line = new UserLine(NUMBER, "Sales", true, true, false, false, false, Instant.ofEpochMilli(3000));
        return new UserAccess("acme", "ana", "Ana", Role.MEMBER, true, 7L, List.of(line));
    }

    static FeedEntry missedCall(String recordId) {
        Call call = new Call(CallStatus.MISSED, List.of(new Participant("ana", ParticipantRole.ANSWERED)), null, null);
        TelephonyRecord record = TelephonyRecord.newBuilder()
                .setRecordId(recordId)
                .setWorkspaceId("acme")
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(5000))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(call)
                .build();
        return new FeedEntry(FeedEntryKind.RECORD, List.of(Reason.ASSIGNEE), record, null, null);
    }

    static LineState line() {
        return LineState.newBuilder()
                .setNumber(NUMBER)
                .setState(LineStatus.LIVE)
                .setAssigned(true)
                .setCalling(true)
                .setTexting(false)
                .setCallerId(false)
                .setRouted(false)
                .setDone(3)
                .setTotal(3)
                .setVersion(7)
                .build();
    }

    static ChangeDecision decision(String changeId, Outcome outcome, @Nullable RejectionReason reason) {
        return new ChangeDecision(changeId, "acme", outcome, reason, null, 7L, Instant.ofEpochMilli(9000));
    }

    private static Interval span(long from, @Nullable Long to) {
        return new Interval(Instant.ofEpochMilli(from), to == null ? null : Instant.ofEpochMilli(to));
    }
}
