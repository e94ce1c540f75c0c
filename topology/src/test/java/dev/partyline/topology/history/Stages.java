package dev.partyline.topology.history;

import dev.partyline.model.LoggedChange;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.Encounter;
import dev.partyline.schema.EncounterKind;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.PartitionGroup;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.PartylineTopology;
import dev.partyline.topology.view.ViewProgress;
import dev.partyline.topology.view.ViewTopology;
import dev.partyline.topology.visibility.WalkSettings;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Wiring;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The engine's stages, each in a driver of its own: what one puts out reaches the next when the caller says so. */
final class Stages implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);
    private static final Topics TOPICS = new Topics("t.");

    private final EngineCounters counters = new EngineCounters();
    private final StageValues values;
    private final Serializer<DirectoryChange> changes;
    private final Serializer<TelephonyRecord> records;
    private final Serializer<Encounter> encounters;
    private final Stage directory;
    private final Stage visibility;
    private final Stage view;

    /**
     * @param slice how many records a walk visits in one go
     */
    Stages(Path stateDirectory, int slice) {
        Wiring wiring = new Wiring(
                TOPICS,
                new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://histories")),
                Map.of(PartitionGroup.WORKSPACE, 1, PartitionGroup.NUMBER, 1, PartitionGroup.USER, 1),
                counters);
        values = new StageValues(wiring);
        changes = wiring.serializer(TOPICS.changes());
        records = wiring.serializer(TOPICS.records());
        encounters = wiring.serializer(TOPICS.encounters());
        PartylineTopology topology = new PartylineTopology(wiring);
        WalkSettings walks = new WalkSettings(TICK, Duration.ZERO, slice, slice, 1);
        Topology tables = new Topology();
        ViewTopology.addTo(tables, wiring, new ViewProgress());
        directory = new Stage(topology.directory(), stateDirectory.resolve("directory"));
        visibility = new Stage(topology.visibility(walks), stateDirectory.resolve("visibility"));
        view = new Stage(tables, stateDirectory.resolve("view"));
    }

    void change(LoggedChange logged) {
        put(
                directory,
                TOPICS.changes(),
                logged.workspaceId(),
                new Event<>(changes, logged.change(), logged.appendedAt()));
    }

    void record(TelephonyRecord event, long appendedAt) {
        put(visibility, TOPICS.records(), event.getNumber(), new Event<>(records, event, appendedAt));
    }

    void access(Row row) {
        visibility.put(TOPICS.numberAccess().name(), row);
    }

    void contactAccess(Row row) {
        visibility.put(TOPICS.contactAccess().name(), row);
    }

    void encounter(Row row) {
        directory.put(TOPICS.encounters().name(), row);
    }

    /** As if the number had applied an access by which the user returns. */
    void returned(NumberAccess access, String userId) {
        String workspaceId = access.getWorkspaceId();
        Encounter returned =
                new Encounter(workspaceId, access.getNumber(), EncounterKind.RETURNED, userId, access.getVersion());
        put(directory, TOPICS.encounters(), workspaceId, new Event<>(encounters, returned, 0));
    }

    void feedToView(Row row) {
        view.put(TOPICS.feed().name(), row);
    }

    void userAccessToView(Row row) {
        view.put(TOPICS.userAccess().name(), row);
    }

    /** Time passes for the walks: one slice of one of them. */
    void slice() {
        visibility.timePasses(TICK);
    }

    /** Time passes for the directory: one slice of what many numbers must be told. */
    void tell() {
        directory.timePasses(TICK);
    }

    /** Time passes for all. */
    void timePasses(Duration time) {
        directory.timePasses(time);
        visibility.timePasses(time);
    }

    int walks() {
        return counters.walksUnderWay();
    }

    /** How much the directory has still to tell. */
    int untold() {
        return counters.untold();
    }

    /** Whether nothing comes of time's passing. */
    boolean atRest() {
        return walks() == 0 && untold() == 0;
    }

    long deadLetters() {
        return counters.deadLettersSoFar();
    }

    /** How the values of what the stages put out are read. */
    StageValues values() {
        return values;
    }

    List<Row> decisions() {
        return directory.take(TOPICS.decisions().name());
    }

    List<Row> accesses() {
        return directory.take(TOPICS.numberAccess().name());
    }

    List<Row> contactAccesses() {
        return directory.take(TOPICS.contactAccess().name());
    }

    List<Row> userAccesses() {
        return directory.take(TOPICS.userAccess().name());
    }

    List<Row> feedOfDirectory() {
        return directory.take(TOPICS.feed().name());
    }

    List<Row> encounters() {
        return visibility.take(TOPICS.encounters().name());
    }

    List<Row> feedOfVisibility() {
        return visibility.take(TOPICS.feed().name());
    }

    /** The readers' table of the feed. */
    KeyValueStore<String, byte[]> userFeed() {
        return view.table(ViewTopology.USER_FEED);
    }

    /** The readers' table of the users' lines. */
    KeyValueStore<String, byte[]> userNumbers() {
        return view.table(ViewTopology.USER_NUMBERS);
    }

    @Override
    public void close() {
        directory.close();
        visibility.close();
        view.close();
    }

    private record Event<V>(Serializer<V> serializer, V value, long appendedAt) {}

    private static <V> void put(Stage stage, Topic<?> topic, String key, Event<V> event) {
        byte[] value = event.serializer().serialize(topic.name(), event.value());
        stage.put(
                topic.name(),
                new Row(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), value, null, event.appendedAt())));
    }
}
