package dev.partyline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.bench.process.ProducerSettings;
import dev.partyline.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Floor and peer of the benchmarks write as the engine does, because they are set to the same. */
class ProducerSettingsMatchTest {
    @Test
    void theyAreWhatTheEngineIsSetTo() {
        EngineConfig config = new EngineConfig(
                "bench", "localhost:1", new Topics("p."), "serde", Map.of(), Path.of("state"), true, 2, Map.of());
        try (RocksMemory memory = new RocksMemory(1 << 20)) {
            Properties engine = EngineProperties.of(config, memory);
            Map<String, String> same = new HashMap<>();
            ProducerSettings.ENGINE.keySet().forEach(name -> same.put(name, String.valueOf(engine.get(name))));
            assertThat(same).isEqualTo(ProducerSettings.ENGINE);
            assertThat(engine.keySet().stream().map(String::valueOf).filter(name -> name.startsWith("producer.")))
                    .allSatisfy(name -> assertThat(ProducerSettings.ENGINE).containsKey(name));
        }
    }
}
