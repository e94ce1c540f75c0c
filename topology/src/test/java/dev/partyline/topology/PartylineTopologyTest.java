package dev.partyline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.visibility.WalkSettings;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PartylineTopologyTest {
    private final PartylineTopology topology = new PartylineTopology(new Wiring(
            new Topics(Topics.DEFAULT_PREFIX),
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://topology")),
            Map.of(PartitionGroup.WORKSPACE, 4, PartitionGroup.NUMBER, 4, PartitionGroup.USER, 4),
            new EngineCounters()));

    @Test
    void isWhatRunningSystemsHave() throws IOException {
        String now = topology.whole(WalkSettings.DEFAULT, true).describe().toString();
        Path written = Path.of("target", "topology.txt");
        Files.writeString(written, now);

        assertThat(now).as("""
                        The topology differs from src/test/resources/topology.txt. In a running system
                        - a renamed or removed store loses its contents: its changelog is named after it;
                        - a stage added, removed or reordered renumbers the tasks: every instance must be stopped \
                        before the first new one starts;
                        - a renamed node costs nothing but the names in metrics and logs.
                        If that is meant, copy %s over it and say in CHANGELOG.md what an upgrade takes.
                        """, written).isEqualTo(golden());
    }

    @Test
    void anInstanceWithoutTheViewKeepsNothingForReaders() {
        assertThat(topology.whole(WalkSettings.DEFAULT, false).describe().toString())
                .doesNotContain("user-feed")
                .contains("visibility", "directory");
    }

    private static String golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                PartylineTopologyTest.class.getResourceAsStream("/topology.txt"), "topology.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
