package dev.partyline.topology.visibility;

import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The index of one number's records ({@link RecordStore}), for readers from outside. */
public final class IndexReader {
    /** Name of the store. */
    public static final String STORE = RecordStore.RECORDS;

    /** Name of the store that says by {@code ws|number} how many records a number has: {@link #count}. */
    public static final String COUNTS = RecordStore.COUNTS;

    /** Most records looked at for one page: a filter that matches little gives a short page, not a long wait. */
    private static final int MOST_LOOKED_AT = 20_000;
    /** Sorts after every position, all of which begin with a digit. */
    private static final String AFTER_ALL = ":";

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private final String prefix;

    /** @param store the part of {@link #STORE} that holds the number */
    public IndexReader(ReadOnlyKeyValueStore<String, byte[]> store, String workspaceId, String number) {
        this.store = store;
        this.prefix = Keys.ofNumber(workspaceId, number) + '|';
    }

    /** How many records a number has, erased ones included, from what {@link #COUNTS} holds of it. */
    public static long count(byte[] tally) {
        return Tally.decode(tally).count();
    }

    /** A record's latest state; of an erased one only its identity. Empty: the index has no such record, or no more. */
    public Optional<TelephonyRecord> record(Instant startedAt, String recordId) {
        String position = Keys.position(startedAt.toEpochMilli(), recordId);
        return Optional.ofNullable(store.get(prefix + position)).map(bytes -> decode(position, bytes));
    }

    /**
     * A page of the records, newest first, erased ones left out.
     *
     * @param after where the page before ended; empty: from the newest
     */
    public Page page(Optional<String> after, int limit, Predicate<TelephonyRecord> wanted) {
        String from = prefix + after.map(place -> place + '\0').orElse("");
        List<TelephonyRecord> found = new ArrayList<>();
        String last = "";
        try (KeyValueIterator<String, byte[]> rows = store.range(from, prefix + AFTER_ALL)) {
            for (int looked = 0; rows.hasNext() && looked < MOST_LOOKED_AT && found.size() < limit; looked++) {
                KeyValue<String, byte[]> row = rows.next();
                last = row.key.substring(prefix.length());
                TelephonyRecord record = decode(last, row.value);
                if (record.getKind() != RecordKind.ERASED && wanted.test(record)) {
                    found.add(record);
                }
            }
            return new Page(found, rows.hasNext() ? Optional.of(last) : Optional.empty());
        }
    }

    private static TelephonyRecord decode(String position, byte[] bytes) {
        return RecordCodec.decode(position, bytes).record();
    }

    /**
     * Some of a number's records.
     *
     * @param last position of the record at which the page ended; empty: there are no more
     */
    public record Page(List<TelephonyRecord> records, Optional<String> last) {
        public Page {
            records = List.copyOf(records);
        }
    }
}
