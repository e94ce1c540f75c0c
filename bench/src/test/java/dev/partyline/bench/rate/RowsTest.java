package dev.partyline.bench.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.bench.rate.Rows.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final Rows rows = new Rows(3);

    @Test
    void partitionsAreMixedEvenlyAndEachKeepsItsOrder() {
        for (int i = 0; i < 4; i++) {
            rows.add(row(0, "a" + i, "v"));
        }
        rows.add(row(2, "c0", "v"));
        rows.add(row(2, "c1", "v"));
        assertThat(keys(rows.mixed())).containsExactly("a0", "a1", "c0", "a2", "a3", "c1");
    }

    @Test
    void equalValuesAreHeldOnceAndTombstonesStay() {
        rows.add(row(0, "a", "same"));
        rows.add(row(1, "b", "same"));
        rows.add(new ConsumerRecord<>("feed", 1, 0, bytes("c"), null));
        rows.complete();
        List<Row> mixed = rows.mixed();
        assertThat(mixed.get(0).value()).isSameAs(mixed.get(1).value());
        assertThat(mixed.get(2).toSend("floor").value()).isNull();
        assertThat(rows.size()).isEqualTo(3);
    }

    private static List<String> keys(List<Row> rows) {
        return rows.stream()
                .map(row -> new String(row.key(), StandardCharsets.UTF_8))
                .toList();
    }

    private static ConsumerRecord<byte[], byte[]> row(int partition, String key, String value) {
        return new ConsumerRecord<>("feed", partition, 0, bytes(key), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
