package dev.partyline.topology.visibility;

import static dev.partyline.topology.visibility.Samples.NUMBER_KEY;
import static dev.partyline.topology.visibility.Samples.missed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.store.HeapBudget;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index, on stores in memory. */
class RecordStoreTest {
    private static final int TIMES = 6;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private KeyValueStore<String, byte[]> tallies;
    private RecordStore index;

    @BeforeEach
    void begin() {
        add(RecordStore.RECORDS, Serdes.ByteArray());
        tallies = add(RecordStore.COUNTS, Serdes.ByteArray());
        index = new RecordStore(context, new HeapBudget(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsKnownIsWhatTheStoreHolds(long seed) {
        Random random = new Random(seed);
        int count = 0;
        for (int step = 0; step < 500; step++) {
            IndexedRecord some = record("r" + random.nextInt(3), random.nextInt(TIMES));
            IndexedRecord held = index.get(NUMBER_KEY, some.position());

            assertThat(index.known(NUMBER_KEY, some)).usingRecursiveComparison().isEqualTo(held);

            if (held == null && random.nextBoolean()) {
                index.add(NUMBER_KEY, some);
                count++;
            } else if (held != null && random.nextInt(3) == 0) {
                index.remove(NUMBER_KEY, held);
                count--;
            }
            if (random.nextInt(50) == 0) {
                index = new RecordStore(context, new HeapBudget(1_000_000)); // after a restart nothing is on the heap
            }
            assertThat(index.count(NUMBER_KEY)).isEqualTo(count);
        }
    }

    @Test
    void aNewerRecordThanAllIsNotLookedFor() {
        index.add(NUMBER_KEY, record("r1", 1));

        assertThat(Tally.decode(tallies.get(NUMBER_KEY)).mayHold(record("r2", 2)))
                .isFalse();
        assertThat(Tally.decode(tallies.get(NUMBER_KEY)).mayHold(record("r2", 1)))
                .isTrue();
    }

    @Test
    void aTallyFromBeforeRulesNothingOut() {
        index.add(NUMBER_KEY, record("r1", 5));
        tallies.put(NUMBER_KEY, ByteBuffer.allocate(Long.BYTES).putLong(1).array());
        index = new RecordStore(context, new HeapBudget(1_000_000));

        assertThat(index.known(NUMBER_KEY, record("r1", 5))).isNotNull();
        assertThat(index.count(NUMBER_KEY)).isEqualTo(1);
    }

    private <V> KeyValueStore<String, V> add(String name, Serde<V> values) {
        KeyValueStore<String, V> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }

    private static IndexedRecord record(String id, int seconds) {
        return RecordCodec.arrived(TelephonyRecord.newBuilder(missed(id, 0))
                .setStartedAt(Instant.ofEpochSecond(seconds))
                .build());
    }
}
