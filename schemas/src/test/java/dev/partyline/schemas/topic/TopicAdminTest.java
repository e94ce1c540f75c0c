package dev.partyline.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicAdminTest {
    private static TestBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker();
        admin = broker.admin();
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void whatIsCreatedIsAsDeclared() throws Exception {
        Topics topics = new Topics("created.");
        TopicAdmin.create(admin, topics, TopicLayout.embedded(3));

        assertThat(TopicAdmin.check(admin, topics)).isEmpty();
        assertThat(TopicAdmin.partitions(admin, topics))
                .containsOnly(
                        Map.entry(PartitionGroup.WORKSPACE, 3),
                        Map.entry(PartitionGroup.NUMBER, 3),
                        Map.entry(PartitionGroup.USER, 3));
        ConfigResource feed = new ConfigResource(ConfigResource.Type.TOPIC, "created.feed");
        assertThat(admin.describeConfigs(List.of(feed)).all().get().values())
                .singleElement()
                .extracting(config -> config.get("delete.retention.ms").value())
                .isEqualTo(Long.toString(Topics.FEED_TOMBSTONES.toMillis()));
        assertThat(TopicAdmin.sizes(admin, topics)).containsEntry("created.feed", new TopicSize(3, 1));
        assertThat(TopicAdmin.hints(admin, topics)).singleElement().asString().contains("created.feed", "one copy");
    }

    @Test
    void creatingAgainChangesNothing() {
        Topics topics = new Topics("again.");
        assertThat(TopicAdmin.create(admin, topics, TopicLayout.embedded(2)))
                .hasSize(topics.all().size());
        assertThat(TopicAdmin.create(admin, topics, TopicLayout.embedded(5))).isEmpty();
        assertThat(TopicAdmin.partitions(admin, topics)).containsValue(2).doesNotContainValue(5);
    }

    @Test
    void aMissingTopicFollowsTheOthersOfItsGroup() throws Exception {
        Topics topics = new Topics("follows.");
        byOthers(new NewTopic("follows.user-access", Optional.of(7), Optional.empty())
                .configs(topics.userAccess().cleanup().config()));
        TopicAdmin.create(admin, topics, TopicLayout.embedded(2));
        assertThat(TopicAdmin.check(admin, topics)).isEmpty();
        assertThat(TopicAdmin.partitions(admin, topics))
                .containsEntry(PartitionGroup.USER, 7)
                .containsEntry(PartitionGroup.NUMBER, 2);
    }

    @Test
    void whatContradictsTheDeclarationIsSaid() throws Exception {
        Topics topics = new Topics("bad.");
        byOthers(new NewTopic("bad.changes", Optional.of(2), Optional.empty()));
        byOthers(new NewTopic("bad.moved-changes", Optional.of(1), Optional.empty()));
        byOthers(new NewTopic("bad.records", Optional.of(1), Optional.empty())
                .configs(Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "60000")));
        assertThat(TopicAdmin.check(admin, topics))
                .contains(
                        "topic bad.feed is missing: create it (topics create)",
                        "topic bad.changes has message.timestamp.type=CreateTime, must be LogAppendTime",
                        "topic bad.changes has retention.ms=604800000, must be -1 (without end)",
                        "topic bad.records has retention.ms=60000, must be at least 604800000",
                        "topic bad.moved-changes has max.message.bytes=1048588, must be at least 8388608")
                .anyMatch(fault -> fault.startsWith("topic bad.moved-changes has 1 partitions, must have 2"));
    }

    @Test
    void withoutTopicsThereAreNoPartitions() {
        assertThat(TopicAdmin.partitions(admin, new Topics("nothing."))).isEmpty();
    }

    /** Creates a topic and returns when it shows. */
    private static void byOthers(NewTopic topic) throws Exception {
        admin.createTopics(List.of(topic)).all().get();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!admin.listTopics().names().get().contains(topic.name())) {
            assertThat(System.nanoTime()).as("time left for " + topic.name()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
