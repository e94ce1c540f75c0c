package dev.partyline.topology.visibility;

import dev.partyline.schema.Assigners;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryMode;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.Interval;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.MixedCallsPolicy;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.RingingPolicy;
import dev.partyline.schema.Routing;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.RoutingPolicy;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records and accesses in few words, for tests. */
final class Samples {
    static final String WS = "acme";
    static final String NUMBER = "+12125550100";
    static final String NUMBER_KEY = WS + "|" + NUMBER;

    private Samples() {}

    static NumberAccess access(long version, NumberUser... users) {
        return access(version, policy(HistoryPolicy.ALL, MixedCallsPolicy.HIDE), users);
    }

    static NumberAccess access(long version, Policy policy, NumberUser... users) {
        return NumberAccess.newBuilder()
                .setWorkspaceId(WS)
                .setNumber(NUMBER)
                .setPolicy(policy)
                .setVersion(version)
                .setRouting(new Routing(List.of(), RoutingMode.RING_ALL))
                .setUsers(List.of(users))
                .build();
    }

    static Policy policy(HistoryPolicy history, MixedCallsPolicy mixedCalls) {
        return Policy.newBuilder()
                .setDirectory(DirectoryMode.OPEN)
                .setAssigners(Assigners.ADMINS)
                .setHistory(history)
                .setMixedCalls(mixedCalls)
                .setRouting(RoutingPolicy.ANYONE)
                .setRinging(RingingPolicy.ROUTED)
                .build();
    }

    /** An active user, assigned in each of {@code spans}: {@code from, to} pairs, the last {@code to} left out if open. */
    static NumberUser user(String userId, long... spans) {
        return user(userId, true, spans);
    }

    static NumberUser user(String userId, boolean active, long... spans) {
        Interval[] intervals = new Interval[(spans.length + 1) / 2];
        for (int i = 0; i < intervals.length; i++) {
            Instant to = 2 * i + 1 < spans.length ? Instant.ofEpochMilli(spans[2 * i + 1]) : null;
            intervals[i] = new Interval(Instant.ofEpochMilli(spans[2 * i]), to);
        }
        return new NumberUser(userId, active, true, true, false, Arrays.asList(intervals), 0L);
    }

    static TelephonyRecord call(String id, long at, Direction direction, CallStatus status, String... handlers) {
        List<Participant> participants = Arrays.stream(handlers)
                .map(handler -> new Participant(handler, ParticipantRole.ANSWERED))
                .toList();
        return base(id, at, direction)
                .setKind(RecordKind.CALL)
                .setCall(new Call(status, participants, 60, null))
                .build();
    }

    static TelephonyRecord answered(String id, long at, String... handlers) {
        return call(id, at, Direction.INBOUND, CallStatus.COMPLETED, handlers);
    }

    static TelephonyRecord missed(String id, long at, String... handlers) {
        return call(id, at, Direction.INBOUND, CallStatus.MISSED, handlers);
    }

    static TelephonyRecord text(String id, long at, Direction direction, @Nullable String sender) {
        return base(id, at, direction)
                .setKind(RecordKind.MESSAGE)
                .setMessage(new Message(sender, "hello", List.of(), MessageStatus.SENT))
                .build();
    }

    static TelephonyRecord voicemail(String id, long at, @Nullable String inboxUser) {
        return base(id, at, Direction.INBOUND)
                .setKind(RecordKind.VOICEMAIL)
                .setVoicemail(new Voicemail(inboxUser, 12, null, "call me"))
                .build();
    }

    static TelephonyRecord erased(String id, long at) {
        return base(id, at, Direction.INBOUND).setKind(RecordKind.ERASED).build();
    }

    static TelephonyRecord.Builder base(String id, long at, Direction direction) {
        return TelephonyRecord.newBuilder()
                .setRecordId(id)
                .setWorkspaceId(WS)
                .setNumber(NUMBER)
                .setDirection(direction)
                .setStartedAt(Instant.ofEpochMilli(at))
                .setRevision(1);
    }
}
