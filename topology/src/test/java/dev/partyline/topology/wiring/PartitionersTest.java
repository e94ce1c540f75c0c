package dev.partyline.topology.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.Partitions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where rows lie: with what they have to meet there. */
class PartitionersTest {
    private static final int PARTITIONS = 24;

    @Test
    void aNumbersAccessLiesWhereTheNumbersRecordsLie() {
        IntStream.range(0, 200)
                .mapToObj(i -> "+1555000" + i)
                .forEach(number -> assertThat(Partitioners.byNumber().partitions("t", "acme|" + number, "", PARTITIONS))
                        .isEqualTo(Optional.of(Set.of(Partitions.ofKey(number, PARTITIONS)))));
    }

    @Test
    void aUsersRowsLieWhereTheUsersAccessLies() {
        IntStream.range(0, 200)
                .mapToObj(i -> "acme|u" + i)
                .forEach(user -> assertThat(Partitioners.byFeedUser()
                                .partitions("t", (user + "|user").getBytes(StandardCharsets.UTF_8), "", PARTITIONS))
                        .isEqualTo(Optional.of(Set.of(Partitions.ofKey(user, PARTITIONS)))));
    }
}
