package dev.partyline.topology.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer's polls, a task's queue and its table, without threads: what a partition's rows may go through. */
class BulkCopyTest {
    private static final String TOPIC = "feed";
    private static final TopicPartition PLACE = new TopicPartition(TOPIC, 0);
    private static final String STORE = "user-feed";

    @TempDir
    private Path directory = Path.of("");

    private final ViewProgress view = new ViewProgress();
    private final BulkCopy bulk = new BulkCopy(view);
    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
    private final Deque<ConsumerRecord<byte[], byte[]>> queue = new ArrayDeque<>();
    private int position;

    @Test
    void allRowsOfAPollButTheLastAreCopiedAtOnce() {
        RunningTable table = new RunningTable(0);
        write(1_000);
        poll(1_000);
        assertThat(queue).hasSize(1);
        assertThat(table.rows()).isEqualTo(fold(999));
        process(table, 1);
        assertThat(table.rows()).isEqualTo(fold(1_000));
    }

    @Test
    void nothingOvertakesARowThatWaits() {
        write(10);
        poll(5); // nobody runs: all five wait
        RunningTable table = new RunningTable(0);
        poll(3);
        assertThat(queue).hasSize(8);
        process(table, 7);
        poll(1);
        assertThat(queue).as("one of eight still waits").hasSize(2);
        process(table, 2);
        write(5);
        poll(6);
        assertThat(queue).hasSize(1);
        assertThat(table.rows()).isEqualTo(fold(14));
    }

    @Test
    void aTableOfAnotherThreadIsLeftAlone() throws InterruptedException {
        Thread other = new Thread(() -> new RunningTable(0));
        other.start();
        other.join();
        write(10);
        poll(10);
        assertThat(queue).hasSize(10);
    }

    /** Polls, rows processed, tasks that end while rows wait and come back earlier: the table is always a prefix's. */
    @Test
    void theTableHoldsAPrefixOfTheLogWhateverHappens() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            log.clear();
            write(400);
            position = 0;
            RunningTable table = new RunningTable(0);
            while (position < log.size() || !queue.isEmpty()) {
                int what = random.nextInt(10);
                if (what < 4) {
                    poll(1 + random.nextInt(20));
                } else if (what < 9) {
                    process(table, 1 + random.nextInt(5));
                } else {
                    table.end();
                    queue.clear();
                    int restored = Math.max(0, table.applied() - random.nextInt(10));
                    position = restored;
                    if (random.nextBoolean()) {
                        poll(1 + random.nextInt(3)); // while no task runs
                    }
                    table = new RunningTable(restored);
                }
                assertThat(table.rows()).as("seed %d", seed).isEqualTo(fold(table.applied()));
            }
            assertThat(table.rows()).isEqualTo(fold(log.size()));
            table.end();
        }
    }

    private void write(int rows) {
        for (int i = 0; i < rows; i++) {
            int offset = log.size();
            byte[] value = offset % 7 == 0 ? null : Integer.toString(offset).getBytes(StandardCharsets.UTF_8);
            byte[] key = ("acme|ana|" + offset % 13).getBytes(StandardCharsets.UTF_8);
            log.add(new ConsumerRecord<>(TOPIC, 0, offset, key, value));
        }
    }

    private void poll(int most) {
        List<ConsumerRecord<byte[], byte[]>> rows = log.subList(position, Math.min(log.size(), position + most));
        position += rows.size();
        if (!rows.isEmpty()) {
            queue.addAll(bulk.take(PLACE, rows));
            view.of(PLACE).ifPresent(table -> table.polled(OptionalLong.of(position), OptionalLong.of(position - 1)));
        }
    }

    private void process(RunningTable table, int most) {
        for (int i = 0; i < most && !queue.isEmpty(); i++) {
            table.process(queue.remove());
        }
    }

    /** What is there after so many rows. */
    private Map<String, String> fold(int rows) {
        Map<String, String> all = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> row : log.subList(0, rows)) {
            String key = new String(row.key(), StandardCharsets.UTF_8);
            if (row.value() == null) {
                all.remove(key);
            } else {
                all.put(key, new String(row.value(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    /** A table whose task runs, restored from the first rows. */
    private final class RunningTable {
        private final MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.toFile());
        private final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        private final Table table = new Table(STORE, TOPIC, view);

        private final int restored;

        RunningTable(int restored) {
            this.restored = restored;
            store.init(context.getStateStoreContext(), store);
            fold(restored).forEach((key, value) -> store.put(key, value.getBytes(StandardCharsets.UTF_8)));
            context.setCurrentSystemTimeMs(0);
            table.init(context);
        }

        void process(ConsumerRecord<byte[], byte[]> row) {
            context.setRecordMetadata(TOPIC, 0, row.offset());
            table.process(new Record<>(
                    new String(row.key(), StandardCharsets.UTF_8), row.value(), row.offset(), row.headers()));
        }

        /** How many rows from the first it holds. */
        int applied() {
            return Math.max(restored, (int) table.lastApplied() + 1);
        }

        Map<String, String> rows() {
            Map<String, String> rows = new HashMap<>();
            try (KeyValueIterator<String, byte[]> all = store.all()) {
                all.forEachRemaining(row -> rows.put(row.key, new String(row.value, StandardCharsets.UTF_8)));
            }
            return rows;
        }

        void end() {
            table.close();
            store.close();
        }
    }
}
