package dev.partyline.api.stream;

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
import dev.partyline.topology.history.FeedMessage;
import java.time.Instant;
import java.util.List;

/** Rows of feeds, all about one number. */
final class Rows {
    private static final String NUMBER = "+12125550100";

    private Rows() {}

    /** The line: all is shown, or it is being revoked. */
    static FeedMessage line(StreamUser user, boolean assigned) {
        LineState line = LineState.newBuilder()
                .setNumber(NUMBER)
                .setState(assigned ? LineStatus.SYNCING : LineStatus.REVOKING)
                .setAssigned(assigned)
                .setCalling(assigned)
                .setTexting(assigned)
                .setCallerId(false)
                .setRouted(false)
                .setDone(0)
                .setTotal(1)
                .setVersion(1)
                .build();
        FeedEntry entry = new FeedEntry(FeedEntryKind.LINE, List.of(), null, line, null);
        return new FeedMessage(Keys.ofFeedLine(user.workspaceId(), user.userId(), NUMBER), entry);
    }

    /** The record {@code call-<n>}, seen as an assignee. */
    static FeedMessage call(StreamUser user, int n) {
        TelephonyRecord record = TelephonyRecord.newBuilder()
                .setRecordId("call-" + n)
                .setWorkspaceId(user.workspaceId())
                .setNumber(NUMBER)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(n))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .build();
        FeedEntry entry = new FeedEntry(FeedEntryKind.RECORD, List.of(Reason.ASSIGNEE), record, null, null);
        return new FeedMessage(key(user, n), entry);
    }

    /** That record is gone. */
    static FeedMessage gone(StreamUser user, int n) {
        return new FeedMessage(key(user, n), null);
    }

    static FeedMessage user(StreamUser user, boolean active) {
        UserState state = new UserState(active, Role.MEMBER, 1L);
        FeedEntry entry = new FeedEntry(FeedEntryKind.USER, List.of(), null, null, state);
        return new FeedMessage(Keys.ofFeedUser(user.workspaceId(), user.userId()), entry);
    }

    private static String key(StreamUser user, int n) {
        return Keys.ofFeedRecord(user.workspaceId(), user.userId(), Keys.position(n, "call-" + n), NUMBER);
    }
}
