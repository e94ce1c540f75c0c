package dev.partyline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PartitionsTest {
    private final Random random = Seed.random(PartitionsTest.class);

    @Test
    void aKeyLiesWhereKafkasOwnProducerPutsIt() {
        for (int i = 0; i < 2_000; i++) {
            byte[] key = new byte[1 + random.nextInt(60)];
            random.nextBytes(key);
            int partitions = 1 + random.nextInt(200);
            assertThat(Partitions.ofKey(key, partitions))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
        }
    }

    @Test
    void aNumbersAccessLiesWhereItsRecordsDoWhateverTheWorkspace() {
        for (int i = 0; i < 500; i++) {
            String number = "+1" + (1_000_000 + random.nextInt(9_000_000));
            String workspace = "w" + random.nextInt(100);
            assertThat(Partitions.ofNumberKey(Keys.ofNumber(workspace, number), 24))
                    .isEqualTo(Partitions.ofKey(number, 24));
        }
    }

    @Test
    void aUsersFeedLiesWhereTheirAccessDoes() {
        for (int i = 0; i < 500; i++) {
            String user = "u" + random.nextInt(100_000);
            byte[] row = Keys.ofFeedRecord("acme", user, Keys.position(random.nextInt(1 << 30), "r"), "24537")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(Partitions.ofFeedKey(row, 24)).isEqualTo(Partitions.ofKey(Keys.ofUser("acme", user), 24));
        }
    }

    @Test
    void partitionsOfTheseKeysNeverChange() {
        assertThat(Partitions.ofKey("+15550100", 24)).isEqualTo(10);
        assertThat(Partitions.ofKey("acme", 24)).isEqualTo(12);
    }
}
