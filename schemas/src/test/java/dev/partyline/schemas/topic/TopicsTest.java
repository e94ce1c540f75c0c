package dev.partyline.schemas.topic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.FeedEntry;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = new Topics("p.");

    @Test
    void namesBeginWithThePrefixAndAreAllDifferent() {
        assertThat(topics.all())
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("p."));
        assertThat(new Topics(Topics.DEFAULT_PREFIX).changes().name()).isEqualTo("partyline.changes");
    }

    @Test
    void subjectsFollowTopicNameStrategy() {
        assertThat(topics.feed().subject()).isEqualTo("p.feed-value");
        assertThat(topics.feed().value()).isEqualTo(FeedEntry.class);
    }

    @Test
    void groupsAreThoseOfTheContract() {
        Map<PartitionGroup, Set<String>> groups =
                topics.all().stream().collect(groupingBy(Topic::group, mapping(Topic::name, toSet())));

        assertThat(groups.get(PartitionGroup.WORKSPACE)).contains("p.changes", "p.moved-changes", "p.encounters");
        assertThat(groups.get(PartitionGroup.NUMBER))
                .contains("p.records", "p.moved-records", "p.number-access", "p.contact-access");
        assertThat(groups.get(PartitionGroup.USER)).containsExactlyInAnyOrder("p.feed", "p.user-access");
    }

    @Test
    void whatIsKeptForEverIsNeitherDeletedForAgeNorForSize() {
        for (Topic<?> topic : Set.of(topics.changes(), topics.decisions())) {
            assertThat(topic.cleanup().config())
                    .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "delete")
                    .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "-1")
                    .containsEntry(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        }
    }

    @Test
    void whatCarriesTheProducersTimesIsKeptByTheBrokers() {
        for (Topic<?> topic : Set.of(topics.changes(), topics.records(), topics.decisions(), topics.deadLetters())) {
            assertThat(topic.cleanup().config())
                    .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        }
    }

    @Test
    void retentionIsThatOfTheContract() {
        assertThat(retention(topics.records())).isEqualTo(days(7));
        assertThat(retention(topics.deadLetters())).isEqualTo(days(14));
    }

    @Test
    void whatIsUnderWayBetweenStagesIsKeptAsLongAsRecords() {
        for (Topic<?> topic : Set.of(topics.movedRecords(), topics.movedChanges(), topics.encounters())) {
            assertThat(retention(topic)).isEqualTo(retention(topics.records()));
        }
    }

    @Test
    void theFeedKeepsTombstonesFor30DaysAndErasesInTime() {
        assertThat(topics.feed().cleanup().config())
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact")
                .containsEntry(TopicConfig.DELETE_RETENTION_MS_CONFIG, days(30))
                .containsKey(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG);
    }

    private static String retention(Topic<?> topic) {
        return String.valueOf(topic.cleanup().config().get(TopicConfig.RETENTION_MS_CONFIG));
    }

    private static String days(int days) {
        return Long.toString(days * 86_400_000L);
    }
}
