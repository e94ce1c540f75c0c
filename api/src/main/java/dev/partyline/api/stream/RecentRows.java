package dev.partyline.api.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest rows of a partition, without gaps, bounded in bytes: those who come back soon need no consumer. */
final class RecentRows {
    private final Deque<FeedRow> rows = new ArrayDeque<>();
    private final long mostBytes;
    private long begin;
    private long bytes;

    /** @param begin the offset from which on all rows will be added */
    RecentRows(long begin, long mostBytes) {
        this.begin = begin;
        this.mostBytes = mostBytes;
    }

    void add(FeedRow row) {
        rows.addLast(row);
        bytes += row.bytes();
        while (bytes > mostBytes) {
            FeedRow oldest = rows.removeFirst();
            bytes -= oldest.bytes();
            begin = oldest.offset() + 1;
        }
    }

    /** Whether it holds every row from {@code offset} on. */
    boolean reachesBackTo(long offset) {
        return offset >= begin;
    }

    /** The rows of one user from {@code offset} on. */
    List<FeedRow> of(String user, long offset) {
        return rows.stream()
                .filter(row -> row.offset() >= offset && row.user().equals(user))
                .toList();
    }
}
