package dev.partyline.model;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import dev.partyline.schema.Voicemail;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases worked out by hand, as they are put to the model: one workspace, one number unless said otherwise. */
final class Script {
    static final String NUMBER = "+12125550100";
    static final String WORKSPACE = "w";

    private final NaiveModel model = new NaiveModel();
    private int changes;

    NaiveModel model() {
        return model;
    }

    NaiveDirectory directory() {
        return model.directory(WORKSPACE);
    }

    Expected change(long appendedAt, @Nullable Long occurredAt, Object change) {
        Instant occurred = occurredAt == null ? null : Instant.ofEpochMilli(occurredAt);
        return model.change(
                new LoggedChange(new DirectoryChange("c" + changes++, WORKSPACE, null, occurred, change), appendedAt));
    }

    Expected by(String actorId, Object change) {
        return model.change(
                new LoggedChange(new DirectoryChange("c" + changes++, WORKSPACE, actorId, null, change), 50));
    }

    Expected now(Object change) {
        return change(50, null, change);
    }

    Expected assign(long at, String userId) {
        return change(at, null, new UserAssigned(NUMBER, userId, null, null));
    }

    Expected unassign(long at, String userId) {
        return change(at, null, new UserUnassigned(NUMBER, userId));
    }

    Expected member(String userId, Role role, boolean active) {
        return now(new MemberSet(userId, role, active, null));
    }

    Expected policy(Policy.Builder policy) {
        return now(new PolicySet(policy.build()));
    }

    Expected owner(String contactId, @Nullable String userId) {
        return now(new ContactOwnerSet(contactId, userId));
    }

    void record(TelephonyRecord event) {
        model.record(event);
    }

    /** The record rows, "user record reasons", in the order of their keys. */
    List<String> seen() {
        return model.recordRows().entrySet().stream()
                .map(row ->
                        row.getKey().split("\\|", -1)[1] + " " + row.getKey().split("\\|", -1)[4] + " "
                                + row.getValue().replaceFirst("].*", "]"))
                .toList();
    }

    static TelephonyRecord call(String id, long at, Direction direction, CallStatus status, String... users) {
        List<Participant> participants = Arrays.stream(users)
                .map(user -> new Participant(user, ParticipantRole.JOINED))
                .toList();
        Call call = new Call(status, participants, null, null);
        return base(id, at, direction).setKind(RecordKind.CALL).setCall(call).build();
    }

    static TelephonyRecord text(String id, long at, Direction direction, @Nullable String sender) {
        Message message = new Message(sender, "hello", List.of(), MessageStatus.SENT);
        return base(id, at, direction)
                .setKind(RecordKind.MESSAGE)
                .setMessage(message)
                .build();
    }

    static TelephonyRecord voicemail(String id, long at, @Nullable String inbox) {
        Voicemail voicemail = new Voicemail(inbox, null, null, null);
        return base(id, at, Direction.INBOUND)
                .setKind(RecordKind.VOICEMAIL)
                .setVoicemail(voicemail)
                .build();
    }

    /** The same record with a contact. */
    static TelephonyRecord with(String contactId, TelephonyRecord record) {
        return TelephonyRecord.newBuilder(record).setContactId(contactId).build();
    }

    static TelephonyRecord.Builder base(String id, long at, Direction direction) {
        return TelephonyRecord.newBuilder()
                .setRecordId(id)
                .setWorkspaceId(WORKSPACE)
                .setNumber(NUMBER)
                .setStartedAt(Instant.ofEpochMilli(at))
                .setDirection(direction)
                .setRevision(1);
    }
}
