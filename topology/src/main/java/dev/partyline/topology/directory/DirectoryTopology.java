package dev.partyline.topology.directory;

import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The Directory stage on one screen: changes in; decisions, accesses and user rows out.
 *
 * <pre>
 * parent ─(workspace)─► directory ──► decisions, number-access, user-access, feed
 *                         stores: directory, decided
 * </pre>
 */
public final class DirectoryTopology {
    /** The workspaces' directories; read by this stage alone. */
    public static final String DIRECTORY_STORE = "directory";

    /** First decisions by {@link DecidedStore#key}, values {@code Decided}; readers see {@link DecisionRules}. */
    public static final String DECIDED_STORE = "decided";

    /** Header of {@code number-access} and {@code feed}: the changeId behind the row, UTF-8. */
    public static final String CHANGE_HEADER = "change";

    /** Header of {@code number-access}: who asked for the change, UTF-8; absent: the trusted upstream. */
    public static final String ACTOR_HEADER = "actor";

    /** The node that decides. */
    public static final String PROCESSOR = "directory";

    static final String DECISIONS_SINK = "directory-to-decisions";
    static final String NUMBER_ACCESS_SINK = "directory-to-number-access";
    static final String USER_ACCESS_SINK = "directory-to-user-access";
    static final String FEED_SINK = "directory-to-feed";

    private DirectoryTopology() {}

    /** Where a topic's values get their serde from. */
    @FunctionalInterface
    public interface ValueSerdes {
        <V extends SpecificRecord> Serde<V> of(Class<V> value);
    }

    /**
     * Adds the stage.
     *
     * @param parent node that forwards {@code DirectoryChange}s keyed by workspaceId, each with the time at which the
     *     broker appended it as the record's timestamp; its changes must have passed {@link ChangeRules#malformed}
     */
    public static void addTo(Topology topology, String parent, Topics topics, ValueSerdes serdes) {
        StringSerializer keys = new StringSerializer();
        topology.addProcessor(PROCESSOR, DirectoryProcessor::new, parent)
                .addStateStore(DirectoryStore.builder(DIRECTORY_STORE), PROCESSOR)
                .addStateStore(DecidedStore.builder(DECIDED_STORE), PROCESSOR)
                .addSink(DECISIONS_SINK, topics.decisions().name(), keys, values(topics.decisions(), serdes), PROCESSOR)
                .addSink(
                        NUMBER_ACCESS_SINK,
                        topics.numberAccess().name(),
                        keys,
                        values(topics.numberAccess(), serdes),
                        byNumber(),
                        PROCESSOR)
                .addSink(
                        USER_ACCESS_SINK,
                        topics.userAccess().name(),
                        keys,
                        values(topics.userAccess(), serdes),
                        PROCESSOR)
                .addSink(
                        FEED_SINK,
                        topics.feed().name(),
                        new ByteArraySerializer(),
                        values(topics.feed(), serdes),
                        byUser(),
                        PROCESSOR);
    }

    private static <V extends SpecificRecord> Serializer<V> values(Topic<V> topic, ValueSerdes serdes) {
        return serdes.of(topic.value()).serializer();
    }

    static StreamPartitioner<String, SpecificRecord> byNumber() {
        return (topic, key, value, partitions) -> Optional.of(Set.of(Partitions.ofNumberKey(key, partitions)));
    }

    static StreamPartitioner<byte[], SpecificRecord> byUser() {
        return (topic, key, value, partitions) -> Optional.of(Set.of(Partitions.ofFeedKey(key, partitions)));
    }
}
