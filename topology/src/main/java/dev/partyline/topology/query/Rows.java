package dev.partyline.topology.query;

import java.util.List;
import org.apache.kafka.streams.KeyValue;

/**
 * Rows of a store.
 *
 * @param rows in order
 * @param more whether rows of what was asked for were left out
 * @param lag how many messages the store was behind; 0 of the one that is at work, {@link #UNKNOWN_LAG} if not known
 */
public record Rows(List<KeyValue<String, byte[]>> rows, boolean more, long lag) {
    public static final long UNKNOWN_LAG = -1;

    public Rows {
        rows = List.copyOf(rows);
    }
}
