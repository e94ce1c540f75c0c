package dev.partyline.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.schema.Direction;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserState;
import dev.partyline.schemas.Keys;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedFoldTest {
    private static final String NUMBER = "+12125550101";

    private final FeedFold fold = new FeedFold();

    @Test
    void aRecordRowShowsToAnAssigneeWithTheLineRow() {
        line("ana", true, null);
        row("ana", 10, "call-1", Reason.ASSIGNEE);
        assertThat(visible("ana")).containsExactly("call-1");
    }

    @Test
    void withoutALineRowWhatIsSeenAsAnAssigneeAloneDoesNotShow() {
        row("ana", 10, "call-1", Reason.ASSIGNEE);
        row("ana", 20, "call-2", Reason.ASSIGNEE, Reason.PARTICIPANT);
        assertThat(visible("ana")).containsExactly("call-2");
    }

    @Test
    void aLineThatIsBeingRevokedHidesItsRecordsAtOnce() {
        line("ana", true, null);
        row("ana", 10, "call-1", Reason.ASSIGNEE);
        row("ana", 20, "voicemail-1", Reason.INBOX);
        line("ana", false, null);
        assertThat(visible("ana")).containsExactly("voicemail-1");
        assertThat(fold.visibleCount("ws", "ana")).isEqualTo(1);
    }

    @Test
    void aLineOfAnotherNumberGivesNoSight() {
        apply(Keys.ofFeedLine("ws", "ana", "24537"), lineEntry("24537", true, null));
        row("ana", 10, "call-1", Reason.ASSIGNEE);
        assertThat(visible("ana")).isEmpty();
    }

    @Test
    void recordsFromBeforeVisibleFromDoNotShow() {
        line("ana", true, 15L);
        row("ana", 14, "before", Reason.ASSIGNEE);
        row("ana", 15, "at", Reason.ASSIGNEE);
        assertThat(visible("ana")).containsExactly("at");
    }

    @Test
    void tombstonesTakeRowsAway() {
        line("ana", true, null);
        row("ana", 10, "call-1", Reason.ASSIGNEE);
        row("ana", 20, "call-2", Reason.ASSIGNEE);
        apply(Keys.ofFeedRecord("ws", "ana", Keys.position(20, "call-2"), NUMBER), null);
        assertThat(visible("ana")).containsExactly("call-1");
        apply(Keys.ofFeedLine("ws", "ana", NUMBER), null);
        assertThat(visible("ana")).isEmpty();
        assertThat(fold.lines("ws", "ana")).isEmpty();
    }

    @Test
    void theLastRowOfAKeyCounts() {
        row("ana", 10, "call-1", Reason.PARTICIPANT);
        row("ana", 10, "call-1", Reason.ASSIGNEE);
        assertThat(visible("ana")).isEmpty();
    }

    @Test
    void nothingShowsToWhoIsInactiveAndAllAgainAfterwards() {
        row("ana", 10, "call-1", Reason.PARTICIPANT);
        user("ana", false);
        assertThat(visible("ana")).isEmpty();
        user("ana", true);
        assertThat(visible("ana")).containsExactly("call-1");
    }

    @Test
    void aReasonThatThisReaderDoesNotKnowGivesNoSight() {
        line("ana", true, null);
        row("ana", 10, "call-1", Reason.UNKNOWN);
        assertThat(visible("ana")).isEmpty();
    }

    @Test
    void recordsComeNewestFirst() {
        row("ana", 10, "old", Reason.PARTICIPANT);
        row("ana", 30, "new", Reason.PARTICIPANT);
        row("ana", 20, "middle", Reason.PARTICIPANT);
        assertThat(visible("ana")).containsExactly("new", "middle", "old");
    }

    @Test
    void feedsAndWorkspacesAreApart() {
        row("ana", 10, "call-1", Reason.PARTICIPANT);
        apply(
                Keys.ofFeedRecord("ws2", "ana", Keys.position(10, "other"), NUMBER),
                entry(10, "other", Reason.PARTICIPANT));
        assertThat(visible("ben")).isEmpty();
        assertThat(visible("ana")).containsExactly("call-1");
        assertThat(fold.users("ws")).containsExactly("ana");
    }

    @Test
    void aKeyOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> fold.apply("ana", null)).hasMessageContaining("not a feed key: ana");
    }

    private List<String> visible(String user) {
        return fold.visible("ws", user).stream()
                .map(entry -> entry.getRecord().getRecordId())
                .toList();
    }

    private void apply(String key, @Nullable FeedEntry entry) {
        fold.apply(key, entry);
    }

    private void line(String user, boolean assigned, @Nullable Long visibleFrom) {
        apply(Keys.ofFeedLine("ws", user, NUMBER), lineEntry(NUMBER, assigned, visibleFrom));
    }

    private void user(String user, boolean active) {
        UserState state = new UserState(active, Role.MEMBER, 1L);
        apply(Keys.ofFeedUser("ws", user), new FeedEntry(FeedEntryKind.USER, List.of(), null, null, state));
    }

    private void row(String user, long startedAt, String recordId, Reason... reasons) {
        String key = Keys.ofFeedRecord("ws", user, Keys.position(startedAt, recordId), NUMBER);
        apply(key, entry(startedAt, recordId, reasons));
    }

    private static FeedEntry lineEntry(String number, boolean assigned, @Nullable Long visibleFrom) {
        LineState line = LineState.newBuilder()
                .setNumber(number)
                .setState(assigned ? LineStatus.LIVE : LineStatus.REVOKING)
                .setAssigned(assigned)
                .setCalling(false)
                .setTexting(false)
                .setCallerId(false)
                .setRouted(false)
                .setVisibleFrom(visibleFrom)
                .setDone(0)
                .setTotal(0)
                .setVersion(1)
                .build();
        return new FeedEntry(FeedEntryKind.LINE, List.of(), null, line, null);
    }

    private static FeedEntry entry(long startedAt, String recordId, Reason... reasons) {
        TelephonyRecord made = TelephonyRecord.newBuilder()
                .setRecordId(recordId)
                .setWorkspaceId("ws")
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(startedAt))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .build();
        return new FeedEntry(FeedEntryKind.RECORD, List.of(reasons), made, null, null);
    }
}
