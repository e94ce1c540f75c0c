package dev.partyline.topology.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.Keys;
import dev.partyline.schemas.Partitions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedKeysTest {
    private static final int PARTITIONS = 7;
    private static final IndexedRecord TOLD = RecordCodec.arrived(Samples.missed("call-1", 1_700_000_000_000L));

    private final FeedKeys keys = new FeedKeys(key -> Partitions.ofFeedKey(key, PARTITIONS));

    @Test
    void aRowLiesWhereItsKeySays() {
        for (int turn = 0; turn < 2; turn++) {
            for (String workspace : List.of("acme", "other", "a")) {
                for (String user : List.of("ana", "bob", "a.b_c:d@e+f-g")) {
                    assertIsOf(workspace, user);
                }
            }
        }
    }

    @Test
    void moreUsersThanAreKeptHaveTheirOwn() {
        for (int turn = 0; turn < 2; turn++) {
            for (int i = 0; i < 40_000; i++) {
                assertIsOf("acme", "user-" + i);
            }
        }
    }

    private void assertIsOf(String workspace, String user) {
        byte[] expected = Keys.ofFeedRecord(workspace, user, TOLD.position(), Samples.NUMBER)
                .getBytes(StandardCharsets.UTF_8);
        FeedKeys.UserKeys of = keys.ofUser(workspace, user);
        assertThat(of.key(FeedKeys.suffix(TOLD))).isEqualTo(expected);
        assertThat(of.partition()).isEqualTo(Partitions.ofFeedKey(expected, PARTITIONS));
    }
}
