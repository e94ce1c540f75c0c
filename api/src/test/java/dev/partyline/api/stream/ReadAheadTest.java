package dev.partyline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.history.FeedMessage;
import dev.partyline.topology.view.ReadAhead;
import dev.partyline.topology.view.RowsAhead;
import dev.partyline.topology.view.ScriptedTable;
import dev.partyline.topology.view.ViewProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read ahead of a table on a real broker: with what the table holds, it is all that is committed, and no more. */
class ReadAheadTest {
    private static final StreamUser ANA = new StreamUser("acme", "ana");
    private static final StreamUser BEN = new StreamUser("acme", "ben");
    private static final Topics TOPICS = new Topics("ahead.");
    private static final TopicPartition PLACE = new TopicPartition(TOPICS.feed().name(), 0);
    private static final AvroSerdes SERDES =
            new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://ahead"));
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final ViewProgress view = new ViewProgress();
    private EmbeddedBroker broker;
    private WrittenFeed feed;
    private ReadAhead ahead;

    @BeforeEach
    void open(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory, 0);
        feed = new WrittenFeed(broker.bootstrapServers(), TOPICS, SERDES, 1);
        ahead = ReadAhead.start(
                view,
                () -> new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", broker.bootstrapServers(),
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "none",
                                "enable.auto.commit", "false"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()));
    }

    @AfterEach
    void close() {
        ahead.close();
        feed.close();
        broker.close();
    }

    /** The state of Ana's feed when all before an offset has come. */
    private record Moment(long end, NavigableMap<String, FeedEntry> rows) {}

    @Test
    void withWhatTheTableHoldsItIsAllThatIsCommitted() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(7);
        List<Moment> moments = new ArrayList<>(List.of(new Moment(0, new TreeMap<>())));
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(0);
        int held = 0;
        for (int i = 0; i < 200; i++) {
            commit(random, moments);
            if (random.nextInt(3) == 0) {
                held = random.nextInt(held, moments.size());
                table.reach(moments.get(held).end());
            }
            if (random.nextInt(20) == 0) { // the task moved away, and came back holding less
                table.end();
                table = new ScriptedTable(view, PLACE);
                held = random.nextInt(held + 1);
                table.reach(moments.get(held).end());
            }
            Moment now = moments.get(moments.size() - 1);
            assertThat(read(table, now.end(), moments.get(held).rows()))
                    .as("after %d transactions, of which the table holds %d", i + 1, held)
                    .isEqualTo(now.rows());
        }
    }

    @Test
    void ofATableThatHasGoneNothingIsThere() {
        ScriptedTable table = new ScriptedTable(view, PLACE);
        table.reach(0);
        await(table);
        table.end();
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (ahead.of(PLACE).isPresent()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** A transaction more, and now and then one that is aborted. */
    private void commit(SplittableRandom random, List<Moment> moments) {
        if (random.nextInt(4) == 0) {
            feed.abort(List.of(Rows.call(ANA, 1_000), Rows.gone(ANA, 1)));
        }
        NavigableMap<String, FeedEntry> rows =
                new TreeMap<>(moments.get(moments.size() - 1).rows());
        List<FeedMessage> transaction = new ArrayList<>();
        for (int more = 1 + random.nextInt(5); more > 0; more--) {
            int call = random.nextInt(12);
            FeedMessage row = random.nextInt(3) == 0 ? Rows.gone(ANA, call) : Rows.call(ANA, call);
            transaction.add(row);
            transaction.add(Rows.call(BEN, call));
            if (row.entry() == null) {
                rows.remove(row.key());
            } else {
                rows.put(row.key(), row.entry());
            }
        }
        feed.commit(transaction);
        moments.add(new Moment(feed.end(ANA), rows));
    }

    private NavigableMap<String, FeedEntry> read(ScriptedTable table, long end, NavigableMap<String, FeedEntry> held)
            throws InterruptedException {
        NavigableMap<String, FeedEntry> rows = new TreeMap<>(held);
        Optional<RowsAhead.OfUser> later = await(table).of(ANA.key(), end, DEADLINE.toMillis());
        later.orElseThrow()
                .rows()
                .forEach((key, value) ->
                        value.ifPresentOrElse(row -> rows.put(key, entry(row)), () -> rows.remove(key)));
        return rows;
    }

    private RowsAhead await(ScriptedTable table) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        Optional<RowsAhead> rows = ahead.of(PLACE).filter(table::isBefore);
        while (rows.isEmpty()) {
            assertThat(System.nanoTime()).as("it begins to read").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            rows = ahead.of(PLACE).filter(table::isBefore);
        }
        return rows.get();
    }

    private static FeedEntry entry(byte[] row) {
        return SERDES.of(FeedEntry.class).deserializer().deserialize(PLACE.topic(), row);
    }
}
