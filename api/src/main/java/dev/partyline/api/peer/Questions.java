package dev.partyline.api.peer;

import dev.partyline.schema.RecordKind;
import dev.partyline.topology.query.FeedCursor;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.RowRange;
import dev.partyline.topology.query.StorePart;
import java.util.Objects;
import java.util.Optional;

/** What instances ask each other, as it travels. */
final class Questions {
    private Questions() {}

    record OfKey(StorePart part, String key) {
        OfKey {
            Objects.requireNonNull(part);
            Objects.requireNonNull(key);
        }
    }

    record OfRange(StorePart part, RowRange range) {
        OfRange {
            Objects.requireNonNull(part);
            Objects.requireNonNull(range);
        }
    }

    /** A question for what a feed's rows come to. */
    record OfState(String workspaceId, String userId) {
        OfState {
            Objects.requireNonNull(workspaceId);
            Objects.requireNonNull(userId);
        }
    }

    /** A question for a page of a feed. */
    record OfFeed(
            String workspaceId,
            String userId,
            int limit,
            Optional<String> after,
            Optional<String> number,
            Optional<RecordKind> kind) {
        OfFeed {
            Objects.requireNonNull(workspaceId);
            Objects.requireNonNull(userId);
        }

        static OfFeed of(String workspaceId, String userId, FeedQuery query) {
            return new OfFeed(
                    workspaceId,
                    userId,
                    query.limit(),
                    query.after().map(FeedCursor::toString),
                    query.number(),
                    query.kind());
        }

        FeedQuery query() {
            return new FeedQuery(limit, after.map(FeedCursor::parse), number, kind);
        }
    }
}
