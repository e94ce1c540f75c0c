package dev.partyline.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicRulesTest {
    private final Topics topics = new Topics("p.");

    @Test
    void topicsAsDeclaredHaveNoFaults() {
        assertThat(TopicRules.partitionFaults(topics, counts(6))).isEmpty();
        assertThat(TopicRules.configFaults(topics, declared())).isEmpty();
    }

    @Test
    void aMissingTopicIsNamed() {
        Map<String, Integer> counts = counts(6);
        counts.remove("p.feed");
        assertThat(TopicRules.partitionFaults(topics, counts))
                .containsExactly("topic p.feed is missing: create it (topics create)");
    }

    @Test
    void aCountThatDiffersWithinAGroupIsNamedWithWhatItMustBe() {
        Map<String, Integer> counts = counts(6);
        counts.put("p.user-access", 8);
        counts.put("p.feed", 6);
        assertThat(TopicRules.partitionFaults(topics, counts))
                .singleElement()
                .asString()
                .contains("has 6 partitions, must have 8", "p.feed", "p.user-access");
    }

    @Test
    void groupsMayDifferFromEachOtherAndFreeTopicsFromAll() {
        Map<String, Integer> counts = counts(6);
        counts.put("p.changes", 2);
        counts.put("p.moved-changes", 2);
        counts.put("p.encounters", 2);
        counts.put("p.decisions", 3);
        assertThat(TopicRules.partitionFaults(topics, counts)).isEmpty();
        assertThat(TopicRules.partitions(topics, counts))
                .containsOnly(
                        Map.entry(PartitionGroup.WORKSPACE, 2),
                        Map.entry(PartitionGroup.NUMBER, 6),
                        Map.entry(PartitionGroup.USER, 6));
    }

    @Test
    void aSettingThatLosesOrMisdatesRowsIsNamedWithWhatItMustBe() {
        Map<String, Map<String, String>> configs = declared();
        configs.put("p.feed", Map.of("cleanup.policy", "delete"));
        configs.put("p.changes", Map.of("cleanup.policy", "delete", "message.timestamp.type", "CreateTime"));
        assertThat(TopicRules.configFaults(topics, configs))
                .containsExactlyInAnyOrder(
                        "topic p.feed has cleanup.policy=delete, must be compact",
                        "topic p.changes has message.timestamp.type=CreateTime, must be LogAppendTime");
    }

    @Test
    void whatIsKeptForTooShortOrErasedTooLateIsNamed() {
        Map<String, Map<String, String>> configs = declared();
        configs.put("p.changes", with("p.changes", "retention.ms", "604800000"));
        configs.put("p.records", with("p.records", "retention.ms", "86400000"));
        configs.put(
                "p.feed",
                Map.of("cleanup.policy", "compact", "delete.retention.ms", "1", "max.compaction.lag.ms", "90000000"));
        assertThat(TopicRules.configFaults(topics, configs))
                .containsExactlyInAnyOrder(
                        "topic p.changes has retention.ms=604800000, must be -1 (without end)",
                        "topic p.records has retention.ms=86400000, must be at least 604800000",
                        "topic p.feed has delete.retention.ms=1, must be at least 2592000000",
                        "topic p.feed has max.compaction.lag.ms=90000000, must be at most 86400000");
    }

    @Test
    void longerRetentionIsTheOperatorsToChoose() {
        Map<String, Map<String, String>> configs = declared();
        configs.put("p.records", with("p.records", "retention.ms", "-1"));
        configs.put("p.dead-letters", with("p.dead-letters", "retention.ms", "9999999999"));
        assertThat(TopicRules.configFaults(topics, configs)).isEmpty();
    }

    @Test
    void oneCopyAndOneAcknowledgementAreHintedAtOnceForAll() {
        Map<String, Map<String, String>> configs = declared();
        configs.put("p.records", Map.of("min.insync.replicas", "2"));
        Map<String, Integer> copies = new HashMap<>(Map.of("p.changes", 1, "p.feed", 1, "p.records", 3));
        copies.put("p.decisions", 3);
        copies.put("p.encounters", 2);
        assertThat(TopicRules.hints(topics, copies, configs))
                .satisfiesExactly(
                        single -> assertThat(single).startsWith("p.changes, p.feed have one copy"),
                        thin -> assertThat(thin).startsWith("p.decisions have min.insync.replicas=1"));
        assertThat(TopicRules.hints(topics, Map.of("p.records", 3), configs)).isEmpty();
    }

    private Map<String, String> with(String topic, String setting, String value) {
        Map<String, String> config = new HashMap<>(declared().getOrDefault(topic, Map.of()));
        config.put(setting, value);
        return config;
    }

    private Map<String, Integer> counts(int partitions) {
        Map<String, Integer> counts = new HashMap<>();
        topics.all().forEach(topic -> counts.put(topic.name(), partitions));
        return counts;
    }

    private Map<String, Map<String, String>> declared() {
        Map<String, Map<String, String>> configs = new HashMap<>();
        topics.all().forEach(topic -> configs.put(topic.name(), topic.cleanup().config()));
        return configs;
    }
}
