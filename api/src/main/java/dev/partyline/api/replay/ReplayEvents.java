package dev.partyline.api.replay;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What lines of the logs are as events of a workspace. */
record ReplayEvents(String workspaceId) {
    private static final int ID_BYTES = 16;

    TelephonyRecord call(CallLine line) {
        boolean answeredBySomeone = !line.missed() && !line.agent().isEmpty();
        Call call = new Call(
                line.missed() ? CallStatus.MISSED : CallStatus.COMPLETED,
                answeredBySomeone ? List.of(new Participant(line.agent(), ParticipantRole.ANSWERED)) : List.of(),
                line.durationSeconds(),
                null);
        return TelephonyRecord.newBuilder()
                .setRecordId(line.callId())
                .setWorkspaceId(workspaceId)
                .setNumber(line.number())
                .setContactId(line.contactId().isEmpty() ? null : line.contactId())
                .setDirection(Direction.INBOUND)
                .setStartedAt(line.startedAt())
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(call)
                .build();
    }

    /**
     * The changes that an assignment log stands for, in its order. Their ids follow from the lines, so that a log replayed
     * again changes nothing.
     */
    List<DirectoryChange> changes(List<AssignmentLine> log) {
        Map<AssignmentLine, Integer> seen = new HashMap<>();
        List<DirectoryChange> changes = new ArrayList<>(log.size());
        for (AssignmentLine line : log) {
            String changeId = changeId(line, seen.merge(line, 1, Integer::sum));
            changes.add(new DirectoryChange(changeId, workspaceId, null, line.at(), change(line)));
        }
        return changes;
    }

    private static Object change(AssignmentLine line) {
        return line.assign()
                ? new UserAssigned(line.number(), line.user(), null, null)
                : new UserUnassigned(line.number(), line.user());
    }

    /** Equal lines are told apart by how many of them came before. */
    private static String changeId(AssignmentLine line, int occurrence) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((line + " " + occurrence).getBytes(StandardCharsets.UTF_8));
            return "replay-" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
