package dev.partyline.api.peer;

import dev.partyline.topology.query.Rows;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;

/** {@link Rows} as they travel. */
record RowsMessage(List<Row> rows, boolean more, long lag) {
    @SuppressWarnings("ArrayRecordComponent") // a message is written and read, never compared
    record Row(String key, byte[] value) {
        Row {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
        }
    }

    RowsMessage {
        rows = List.copyOf(rows);
    }

    static RowsMessage of(Rows rows) {
        return new RowsMessage(
                rows.rows().stream().map(row -> new Row(row.key, row.value)).toList(), rows.more(), rows.lag());
    }

    Rows toRows() {
        return new Rows(
                rows.stream().map(row -> KeyValue.pair(row.key(), row.value())).toList(), more, lag);
    }
}
