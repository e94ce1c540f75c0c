package dev.partyline.topology.directory;

import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.wiring.Partitioners;
import dev.partyline.topology.wiring.Wiring;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The Directory stage on one screen: changes and encounters in; decisions, accesses and user rows out.
 *
 * <pre>
 * parent     ─(workspace)─► directory ──► decisions, number-access, contact-access, user-access, feed
 * encounters ─(workspace)─►   stores: directory, decided, untold, returning
 * </pre>
 */
public final class DirectoryTopology {
    /** The workspaces' directories; read by this stage alone. */
    public static final String DIRECTORY_STORE = "directory";

    /** First decisions; readers see {@link DecidedStore#read} and {@link DecisionRules}. */
    public static final String DECIDED_STORE = "decided";

    /** Numbers that are still to be told their access. */
    static final String UNTOLD_STORE = "untold";

    /** Users whose row waits for their numbers. */
    static final String RETURNING_STORE = "returning";

    /** Header of {@code number-access}, {@code contact-access} and {@code feed}: the changeId behind the row, UTF-8. */
    public static final String CHANGE_HEADER = "change";

    /** Header of the same: {@code policy}, where the change is one of policy; of feed rows also why else, DESIGN 5. */
    public static final String CAUSE_HEADER = "cause";

    /** Header of {@code number-access} and {@code contact-access}: who asked for the change, UTF-8; absent: the trusted upstream. */
    public static final String ACTOR_HEADER = "actor";

    /** The node that decides. */
    public static final String PROCESSOR = "directory";

    static final String ENCOUNTERS = "encounters";
    static final String DECISIONS_SINK = "directory-to-decisions";
    static final String NUMBER_ACCESS_SINK = "directory-to-number-access";
    static final String CONTACT_ACCESS_SINK = "directory-to-contact-access";
    static final String USER_ACCESS_SINK = "directory-to-user-access";
    static final String FEED_SINK = "directory-to-feed";

    private DirectoryTopology() {}

    /**
     * Adds the stage.
     *
     * @param parent node that forwards {@code DirectoryChange}s keyed by workspaceId, each with the time at which the
     *     broker appended it as the record's timestamp; its changes must have passed {@link ChangeRules#malformed}
     */
    public static void addTo(Topology topology, Wiring wiring, String parent) {
        Topics topics = wiring.topics();
        StringSerializer keys = new StringSerializer();
        topology.addSource(
                        AutoOffsetReset.earliest(),
                        ENCOUNTERS,
                        new StringDeserializer(),
                        wiring.deserializer(topics.encounters()),
                        topics.encounters().name())
                .addProcessor(
                        PROCESSOR,
                        () -> new DirectoryProcessor(
                                wiring.counters(),
                                wiring.topics().movedChanges().name(),
                                wiring.heap()),
                        parent,
                        ENCOUNTERS)
                .addStateStore(DirectoryStore.builder(DIRECTORY_STORE), PROCESSOR)
                .addStateStore(DecidedStore.builder(DECIDED_STORE), PROCESSOR)
                .addStateStore(UntoldStore.builder(UNTOLD_STORE), PROCESSOR)
                .addStateStore(ReturnStore.builder(RETURNING_STORE), PROCESSOR)
                .addSink(
                        DECISIONS_SINK,
                        topics.decisions().name(),
                        keys,
                        wiring.serializer(topics.decisions()),
                        PROCESSOR)
                .addSink(
                        NUMBER_ACCESS_SINK,
                        topics.numberAccess().name(),
                        keys,
                        wiring.serializer(topics.numberAccess()),
                        Partitioners.byNumber(),
                        PROCESSOR)
                .addSink(
                        CONTACT_ACCESS_SINK,
                        topics.contactAccess().name(),
                        keys,
                        wiring.serializer(topics.contactAccess()),
                        Partitioners.byNumber(),
                        PROCESSOR)
                .addSink(
                        USER_ACCESS_SINK,
                        topics.userAccess().name(),
                        keys,
                        wiring.serializer(topics.userAccess()),
                        PROCESSOR)
                .addSink(
                        FEED_SINK,
                        topics.feed().name(),
                        new ByteArraySerializer(),
                        wiring.serializer(topics.feed()),
                        Partitioners.byFeedUser(),
                        PROCESSOR);
    }
}
