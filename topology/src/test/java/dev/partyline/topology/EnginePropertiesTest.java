package dev.partyline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnginePropertiesTest {
    private static final long MEMORY = 1 << 20;

    @Test
    void whoReadsAheadReadsWhatIsCommittedAndIsNoMemberOfTheGroup() {
        EngineConfig config = new EngineConfig(
                "app",
                "localhost:1",
                new Topics("p."),
                AvroSerdes.DEFAULT_SERDE,
                Map.of(),
                Path.of("state"),
                true,
                1,
                Map.of("consumer.max.poll.records", "77", "main.consumer.group.instance.id", "one"));
        try (RocksMemory memory = new RocksMemory(MEMORY)) {
            Map<String, Object> reader = EngineProperties.reader(EngineProperties.of(config, memory), "reader");
            assertThat(reader)
                    .containsEntry("client.id", "reader")
                    .containsEntry("bootstrap.servers", "localhost:1")
                    .containsEntry("max.poll.records", "77")
                    .containsEntry("auto.offset.reset", "none")
                    .doesNotContainKeys("group.id", "group.instance.id");
            assertThat(String.valueOf(reader.get("isolation.level")).toLowerCase(Locale.ROOT))
                    .isEqualTo("read_committed");
            assertThat(String.valueOf(reader.get("enable.auto.commit"))).isEqualTo("false");
        }
    }
}
