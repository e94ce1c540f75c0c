package dev.partyline.topology.query.check;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.Interval;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.NumberUser;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.Role;
import dev.partyline.schema.Routing;
import dev.partyline.schema.RoutingMode;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.Voicemail;
import dev.partyline.topology.visibility.ContactOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Users, numbers and records in few words, for tests. Records began at 150 unless they say otherwise. */
public final class Cases {
    public static final String NUMBER = "+12125550100";
    public static final Policy DEFAULT = Policy.newBuilder().build();

    private Cases() {}

    public static Policy policy(UnaryOperator<Policy.Builder> change) {
        return change.apply(Policy.newBuilder()).build();
    }

    /** An active member. */
    public static Standing member(String userId) {
        return member(userId, DEFAULT);
    }

    public static Standing member(String userId, Policy policy) {
        return new Standing(userId, Optional.of(new Member(userId, null, Role.MEMBER, true, false)), false, policy);
    }

    public static Standing inactive(String userId, Role role) {
        return new Standing(userId, Optional.of(new Member(userId, null, role, false, false)), false, DEFAULT);
    }

    public static Standing removed(String userId) {
        return new Standing(userId, Optional.of(new Member(userId, null, Role.MEMBER, false, true)), false, DEFAULT);
    }

    public static Standing unknown(String userId, Policy policy) {
        return new Standing(userId, Optional.empty(), false, policy);
    }

    /** An active user, assigned in each of {@code spans}: {@code from, to} pairs, the last {@code to} left out if open. */
    public static NumberUser.Builder user(String userId, long... spans) {
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < spans.length; i += 2) {
            intervals.add(new Interval(at(spans[i]), i + 1 < spans.length ? at(spans[i + 1]) : null));
        }
        return NumberUser.newBuilder()
                .setUserId(userId)
                .setActive(true)
                .setCalling(false)
                .setTexting(false)
                .setCallerId(false)
                .setIntervals(intervals);
    }

    public static NumberAccess access(Policy policy, NumberUser.Builder... users) {
        return NumberAccess.newBuilder()
                .setWorkspaceId("acme")
                .setNumber(NUMBER)
                .setPolicy(policy)
                .setVersion(7)
                .setRouting(new Routing(List.of(), RoutingMode.RING_ALL))
                .setUsers(Arrays.stream(users).map(NumberUser.Builder::build).toList())
                .build();
    }

    /** The same number; these ring. */
    public static NumberAccess routed(NumberAccess access, String... userIds) {
        return NumberAccess.newBuilder(access)
                .setRouting(new Routing(List.of(userIds), RoutingMode.RING_ALL))
                .build();
    }

    public static TelephonyRecord missed() {
        return call(Direction.INBOUND, CallStatus.MISSED);
    }

    public static TelephonyRecord call(Direction direction, CallStatus status, String... participants) {
        return record(direction)
                .setKind(RecordKind.CALL)
                .setCall(new Call(
                        status,
                        Arrays.stream(participants)
                                .map(userId -> new Participant(userId, ParticipantRole.ANSWERED))
                                .toList(),
                        null,
                        null))
                .build();
    }

    public static TelephonyRecord text(Direction direction, @Nullable String sender) {
        return record(direction)
                .setKind(RecordKind.MESSAGE)
                .setMessage(new Message(sender, "hello", List.of(), MessageStatus.SENT))
                .build();
    }

    public static TelephonyRecord voicemail(@Nullable String inboxUser) {
        return record(Direction.INBOUND)
                .setKind(RecordKind.VOICEMAIL)
                .setVoicemail(new Voicemail(inboxUser, 12, null, "call me"))
                .build();
    }

    public static TelephonyRecord erased() {
        return record(Direction.INBOUND).setKind(RecordKind.ERASED).build();
    }

    /** The same record, of a contact. */
    public static TelephonyRecord of(TelephonyRecord record, String contactId) {
        return TelephonyRecord.newBuilder(record).setContactId(contactId).build();
    }

    /** The case of a record whose contact nobody owns. */
    public static Viewing viewing(Standing standing, TelephonyRecord record, NumberAccess access) {
        return new Viewing(standing, record, access, ContactOwner.NOBODY);
    }

    public static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static TelephonyRecord.Builder record(Direction direction) {
        return TelephonyRecord.newBuilder()
                .setRecordId("r")
                .setWorkspaceId("acme")
                .setNumber(NUMBER)
                .setDirection(direction)
                .setStartedAt(at(150))
                .setRevision(1);
    }
}
