package dev.partyline.api.faults;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import dev.partyline.schemas.Keys;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A number with so long a past that bringing it in, or withdrawing it, can be interrupted. */
final class LongLine {
    private static final String NUMBER = "+12125550199";
    private static final String USER = "ben";
    /** When the first call began; each further one a second later. */
    private static final Instant FIRST_CALL = Instant.ofEpochSecond(1_700_000_000L);

    private final String workspaceId;
    private final int calls;
    private int switches;

    LongLine(long seed, int calls) {
        this.workspaceId = "long-" + seed;
        this.calls = calls;
    }

    /** All of its past: missed calls, which every assignee sees (V3). */
    List<TelephonyRecord> past() {
        return IntStream.range(0, calls).mapToObj(this::call).toList();
    }

    /** Assigns the user, then lets them go, in turn. */
    DirectoryChange next() {
        int number = switches++;
        Object change = number % 2 == 0 ? new UserAssigned(NUMBER, USER, null, null) : new UserUnassigned(NUMBER, USER);
        return new DirectoryChange("switch-" + number, workspaceId, null, null, change);
    }

    /** The key of the user's line row in the feed. */
    String key() {
        return Keys.ofFeedLine(workspaceId, USER, NUMBER);
    }

    private TelephonyRecord call(int call) {
        return TelephonyRecord.newBuilder()
                .setRecordId("call-" + call)
                .setWorkspaceId(workspaceId)
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(FIRST_CALL.plusSeconds(call))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build();
    }
}
