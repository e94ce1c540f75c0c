package dev.partyline.topology.query;

import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Rows of a store elsewhere, fetched page by page as they are asked for: few at first, more when more are wanted. */
final class RemoteRows implements KeyValueIterator<String, byte[]> {
    private static final int FIRST_PAGE = 64;

    private final Source source;
    private List<KeyValue<String, byte[]>> page = List.of();
    private int next;
    private String from;
    private int limit = FIRST_PAGE;
    private boolean more = true;

    RemoteRows(Source source, String from) {
        this.source = source;
        this.from = from;
    }

    /** Where pages come from. */
    interface Source {
        Rows page(String from, int limit);
    }

    @Override
    public boolean hasNext() {
        while (next == page.size() && more) {
            fetch();
        }
        return next < page.size();
    }

    @Override
    public KeyValue<String, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(next++);
    }

    @Override
    public String peekNextKey() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(next).key;
    }

    @Override
    public void close() {
        page = List.of();
        next = 0;
        more = false;
    }

    private void fetch() {
        Rows rows = source.page(from, limit);
        page = rows.rows();
        next = 0;
        more = rows.more() && !page.isEmpty();
        if (more) {
            from = page.get(page.size() - 1).key + '\0';
            limit = Math.min(2 * limit, RowRange.MAX_LIMIT);
        }
    }
}
