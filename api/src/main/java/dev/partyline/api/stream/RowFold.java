package dev.partyline.api.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last row of each key, in the order of their offsets; bounded in bytes. */
final class RowFold {
    private final Map<String, FeedRow> last = new LinkedHashMap<>();
    private final long mostBytes;
    private long bytes;

    RowFold(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    void add(FeedRow row) {
        FeedRow before = last.remove(row.key());
        bytes += row.bytes() - (before == null ? 0 : before.bytes());
        last.put(row.key(), row);
    }

    /** Whether it holds more than it may. */
    boolean isFull() {
        return bytes > mostBytes;
    }

    List<FeedRow> rows() {
        return List.copyOf(last.values());
    }
}
