package dev.partyline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.topic.TopicSize;
import dev.partyline.schemas.topic.Topics;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicTableTest {
    @Test
    void eachTopicIsCreatedWasThereOrIsMissing() {
        Map<String, TopicSize> sizes = Map.of("p.changes", new TopicSize(24, 3), "p.feed", new TopicSize(6, 1));
        assertThat(TopicTable.text(new Topics("p."), sizes, Set.of("p.feed")).lines())
                .hasSize(12)
                .anyMatch(line -> line.matches(" +p\\.changes +24 +3 +was there"))
                .anyMatch(line -> line.matches(" +p\\.feed +6 +1 +created"))
                .anyMatch(line -> line.matches(" +p\\.records +- +- +is missing"));
    }
}
