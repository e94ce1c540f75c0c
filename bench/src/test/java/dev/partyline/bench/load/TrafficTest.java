package dev.partyline.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.TelephonyRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final int SINGLE_OBJECT_BYTES = 10;
    private static final int WIRE_BYTES = 5;

    private final Traffic traffic = new Traffic(200, NOW);

    @Test
    void aRecordHas300BytesOnItsTopic() throws IOException {
        for (int index : new int[] {0, 7, 123_456}) {
            int avro =
                    TelephonyRecord.getEncoder().encode(traffic.message(index)).remaining() - SINGLE_OBJECT_BYTES;
            assertThat(avro + WIRE_BYTES).isEqualTo(300);
        }
    }

    @Test
    void itIsTheSameEveryTime() {
        assertThat(new Traffic(200, NOW).message(4711)).isEqualTo(traffic.message(4711));
    }

    @Test
    void numbersTakeTurns() {
        assertThat(new Traffic(50, 2, NOW).message(3).getNumber()).isEqualTo(Traffic.number(51));
    }

    @Test
    void everyNumberHasItsAssigneesAndEveryUserAsManyNumbers() {
        Shape shape = new Shape(4, 3);
        assertThat(shape.assigneesOf(3)).containsExactly(3, 0, 1);
        assertThat(new Shape(2, 5).assigneesOf(1)).containsExactly(1, 2, 3, 4, 0);
    }

    @Test
    void placesComeOutOfTheirWordAsTheyWere() {
        TopicPartition first = new TopicPartition("feed", 0);
        TopicPartition second = new TopicPartition("feed", 1);
        assertThat(Places.parse("feed", Places.format(Map.of(first, 5L, second, 7L))))
                .containsOnlyKeys(List.of(first, second))
                .containsEntry(second, 7L);
    }
}
