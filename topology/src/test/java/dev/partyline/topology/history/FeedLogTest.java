package dev.partyline.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.model.LoggedChange;
import dev.partyline.model.NaiveModel;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.Message;
import dev.partyline.schema.MessageStatus;
import dev.partyline.schema.Reason;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserState;
import dev.partyline.schema.UserUnassigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the judge says of feeds that are told in a wrong order, and what readers of a feed see. */
class FeedLogTest {
    private static final String NUMBER = "+12125550100";
    private static final String USER = "w|ana|user";
    private static final String LINE = "w|ana|line|" + NUMBER;
    private static final String RECORD = "w|ana|rec|1|t|" + NUMBER;

    private final NaiveModel model = new NaiveModel();
    private final List<String> complaints = new ArrayList<>();
    private final FeedLog feed = new FeedLog(model, complaints::add);
    private int changes;

    @Test
    void anAssigneesRecordNeedsALineThatGivesSightOfIt() {
        feed.append(RECORD, record(20, Reason.PARTICIPANT));
        feed.append(LINE, line(LineStatus.SYNCING, true, 20L, 1));
        feed.append(RECORD, record(20, Reason.ASSIGNEE));
        assertThat(complaints).isEmpty();

        feed.append(RECORD, record(19, Reason.ASSIGNEE, Reason.PARTICIPANT));
        assertThat(complaints).singleElement().asString().startsWith("new enemy");
    }

    @Test
    void aLineIsNotOverWhileARecordIsThatItNoLongerShows() {
        feed.append(LINE, line(LineStatus.LIVE, true, null, 1));
        feed.append(RECORD, record(20, Reason.ASSIGNEE));
        feed.append(LINE, line(LineStatus.REVOKING, false, null, 2));
        assertThat(complaints).isEmpty();

        feed.append(LINE, null);
        assertThat(complaints).singleElement().asString().startsWith("withdrawn too soon");
    }

    @Test
    void norWhileOneIsThatItShowsFromLaterOn() {
        feed.append(LINE, line(LineStatus.LIVE, true, null, 1));
        feed.append(RECORD, record(20, Reason.ASSIGNEE));
        feed.append(LINE, line(LineStatus.SYNCING, true, 30L, 2));
        assertThat(complaints).isEmpty();

        feed.append(LINE, line(LineStatus.LIVE, true, 30L, 2));
        assertThat(complaints).singleElement().asString().startsWith("withdrawn too soon");
    }

    @Test
    void whoeverComesBackMustHaveLostTheirLinesBefore() {
        change(10, new UserAssigned(NUMBER, "ana", null, null));
        change(20, new UserUnassigned(NUMBER, "ana"));
        feed.append(LINE, line(LineStatus.LIVE, true, null, 1));
        feed.append(USER, user(false, 1));
        feed.append(USER, user(true, 1));
        assertThat(complaints).as("assigned as of version 1").isEmpty();

        feed.append(USER, user(false, 1));
        feed.append(USER, user(true, 2));
        assertThat(complaints).singleElement().asString().startsWith("returned too soon");
    }

    @Test
    void aLineOfALaterChangeThanTheReturnIsNoneThatWasLost() {
        change(10, new MemberSet("ana", Role.MEMBER, true, null));
        change(10, new UserAssigned(NUMBER, "ana", null, null));
        feed.append(USER, user(false, 1));
        feed.append(LINE, line(LineStatus.LIVE, true, null, 2));
        feed.append(USER, user(true, 1));
        assertThat(complaints).isEmpty();
    }

    @Test
    void readersSeeWhatUserAndLineRowsLetThem() {
        feed.append(LINE, line(LineStatus.LIVE, true, null, 1));
        feed.append(RECORD, record(20, Reason.ASSIGNEE));
        assertThat(feed.shown()).containsOnlyKeys(RECORD);

        feed.append(LINE, line(LineStatus.REVOKING, false, null, 2));
        assertThat(feed.shown()).isEmpty();
        feed.append(LINE, line(LineStatus.SYNCING, true, 21L, 3));
        assertThat(feed.shown()).isEmpty();
        feed.append(RECORD, record(20, Reason.PARTICIPANT));
        assertThat(feed.shown()).containsOnlyKeys(RECORD);
        feed.append(USER, user(false, 4));
        assertThat(feed.shown()).isEmpty();
    }

    private static FeedEntry record(long startedAt, Reason... reasons) {
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.RECORD)
                .setReasons(List.of(reasons))
                .setRecord(text(startedAt))
                .build();
    }

    private static TelephonyRecord text(long startedAt) {
        return TelephonyRecord.newBuilder()
                .setRecordId("t")
                .setWorkspaceId("w")
                .setNumber(NUMBER)
                .setStartedAt(Instant.ofEpochMilli(startedAt))
                .setDirection(Direction.INBOUND)
                .setRevision(1)
                .setKind(RecordKind.MESSAGE)
                .setMessage(new Message(null, "hello", List.of(), MessageStatus.SENT))
                .build();
    }

    private void change(long appendedAt, Object change) {
        model.change(new LoggedChange(new DirectoryChange("c" + changes++, "w", null, null, change), appendedAt));
    }

    private static FeedEntry line(LineStatus status, boolean assigned, @Nullable Long visibleFrom, long version) {
        LineState line = LineState.newBuilder()
                .setNumber(NUMBER)
                .setState(status)
                .setAssigned(assigned)
                .setCalling(false)
                .setTexting(false)
                .setCallerId(false)
                .setRouted(false)
                .setVisibleFrom(visibleFrom)
                .setDone(0)
                .setTotal(0)
                .setVersion(version)
                .build();
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.LINE)
                .setReasons(List.of())
                .setLine(line)
                .build();
    }

    private static FeedEntry user(boolean active, long version) {
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.USER)
                .setReasons(List.of())
                .setUser(new UserState(active, Role.MEMBER, version))
                .build();
    }
}
