package dev.partyline.topology.visibility;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Positions of a number's records under a subject: keys {@code subject|position}, newest first, and nothing else. */
final class PositionIndex {
    /** Sorts after every position, all of which begin with a digit. */
    private static final String AFTER_ALL = ":";

    private static final byte[] NOTHING = {};

    private final KeyValueStore<String, byte[]> store;

    PositionIndex(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    void add(String subject, String position) {
        store.put(key(subject, position), NOTHING);
    }

    void remove(String subject, String position) {
        store.delete(key(subject, position));
    }

    boolean any(String subject) {
        return !positions(subject, Segments.START, Segments.START, 1).isEmpty();
    }

    /**
     * The first positions from {@code from} on.
     *
     * @param to where they end; {@link Segments#START}: at the very end
     */
    List<String> positions(String subject, String from, String to, int limit) {
        String end = key(subject, to.equals(Segments.START) ? AFTER_ALL : to);
        int prefix = subject.length() + 1;
        List<String> positions = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> range = store.range(key(subject, from), end)) {
            while (positions.size() < limit && range.hasNext()) {
                positions.add(range.next().key.substring(prefix));
            }
        }
        return positions;
    }

    /** Every subject there is, in order; finds each by a look-up of its own, not by reading all positions. */
    List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        String from = "";
        while (true) {
            String subject = firstSubject(from);
            if (subject.isEmpty()) {
                return subjects;
            }
            subjects.add(subject);
            from = key(subject, AFTER_ALL);
        }
    }

    @SuppressWarnings("NullAway") // Kafka: a range to null has no end
    private String firstSubject(String from) {
        try (KeyValueIterator<String, byte[]> range = store.range(from, null)) {
            if (!range.hasNext()) {
                return "";
            }
            KeyValue<String, byte[]> first = range.next();
            // A position is <digits>|<recordId>: two separators from the end.
            int recordId = first.key.lastIndexOf('|');
            return first.key.substring(0, first.key.lastIndexOf('|', recordId - 1));
        }
    }

    private static String key(String subject, String position) {
        return subject + '|' + position;
    }
}
