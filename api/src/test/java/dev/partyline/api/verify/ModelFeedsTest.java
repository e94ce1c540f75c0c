package dev.partyline.api.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schemas.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFeedsTest {
    private static final String NUMBER = "+12125550100";
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NOW = 100 * DAY;

    private final ModelFeeds feeds = new ModelFeeds("acme");

    @Test
    void aRecordAndAnAssignmentMakeTheRowsOfTheUserNumberAndRecord() {
        take("acme", "acme", new UserAssigned(NUMBER, "ana", null, null), true);
        feeds.record(NUMBER, call("acme", NUMBER));
        assertThat(feeds.rows()).containsOnlyKeys("acme|ana|user", "acme|ana|line|" + NUMBER, record("acme"));
    }

    @Test
    void whatTheEngineCannotTakeOrIsAnothersIsLeftOut() {
        take("acme", "acme", new UserAssigned(NUMBER, "an ill-formed id", null, null), true);
        take("another-key", "acme", new UserAssigned(NUMBER, "ana", null, null), true);
        take("other", "other", new UserAssigned(NUMBER, "ana", null, null), false);
        feeds.record(NUMBER, call("other", NUMBER));
        feeds.record("another-key", call("acme", NUMBER));
        feeds.record("1", call("acme", "1"));
        assertThat(feeds.rows()).isEmpty();
        assertThat(feeds.inOrder()).isTrue();
    }

    @Test
    void nobodyKnowsWhenAMisplacedChangeWasDecided() {
        take("acme", "acme", new UserAssigned(NUMBER, "ana", null, null), false);
        assertThat(feeds.inOrder()).isFalse();
    }

    @Test
    void ofWhatIsTooOldNobodyCanSay() {
        assertThat(feeds.isOpen(record("acme"), NOW, true)).isFalse();
        Policy policy = Policy.newBuilder().setRetentionDays(99).build();
        take("acme", "acme", new NumberPolicySet(NUMBER, policy), true);
        assertThat(feeds.isOpen(record("acme"), NOW - 2 * DAY, true)).isFalse();
        assertThat(feeds.isOpen(record("acme"), NOW, true)).isTrue();
        assertThat(feeds.isOpen("acme|ana|user", NOW, true)).isFalse();
    }

    @Test
    void norOfARecordThatTheTopicHasForgotten() {
        assertThat(feeds.isOpen(record("acme"), NOW, false)).isTrue();
        assertThat(feeds.isOpen("acme|ana|user", NOW, false)).isFalse();
        feeds.record(NUMBER, call("acme", NUMBER));
        assertThat(feeds.isOpen(record("acme"), NOW, false)).isFalse();
    }

    private void take(String key, String workspaceId, Object change, boolean inPlace) {
        feeds.change(key, new DirectoryChange("c", workspaceId, null, null, change), NOW, inPlace);
    }

    private static String record(String workspaceId) {
        return Keys.ofFeedRecord(workspaceId, "ana", Keys.position(DAY, "r"), NUMBER);
    }

    private static TelephonyRecord call(String workspaceId, String number) {
        return TelephonyRecord.newBuilder()
                .setRecordId("r")
                .setWorkspaceId(workspaceId)
                .setNumber(number)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(DAY))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build();
    }
}
