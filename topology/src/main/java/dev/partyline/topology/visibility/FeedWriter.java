package dev.partyline.topology.visibility;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.wiring.EngineCounters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Writes feed rows. An entry holds nothing about its user, so each is encoded once for all with the same reasons. */
final class FeedWriter {
    /** A row of an ordinary live event says nothing of why it was told. */
    private static final Headers ORDINARY = new RecordHeaders();

    private final ProcessorContext<byte[], byte[]> context;
    private final String sink;
    private final String topic;
    private final Serializer<FeedEntry> serializer;
    private final RecordEntries entries;
    private final DirectRows direct;
    private final FeedKeys keys;
    private final CauseHeaders headers = new CauseHeaders();
    private final EngineCounters counters;
    private long written;

    /**
     * @param feed where rows go: the sink's name, the topic's, and how its values are written
     */
    FeedWriter(ProcessorContext<byte[], byte[]> context, FeedSink feed, EngineCounters counters) {
        this.context = context;
        this.sink = feed.node();
        this.topic = feed.topic();
        this.serializer = feed.serializer();
        this.entries = new RecordEntries(feed.topic(), feed.serializer());
        this.direct = feed.direct();
        this.keys = new FeedKeys(direct::partition);
        this.counters = counters;
    }

    /** The sink of the feed: its node's name, its topic, the serializer of its values, and the way past the node. */
    record FeedSink(String node, String topic, Serializer<FeedEntry> serializer, DirectRows direct) {}

    /**
     * Rows that a live event caused, as of the time it was appended.
     *
     * @param cause null: an ordinary event, whose rows have no headers
     */
    void live(IndexedRecord told, List<FeedDiff.Row> rows, long appendedAt, @Nullable Cause cause) {
        Headers why = cause == null ? ORDINARY : headers.of(cause, null);
        RowsOf of = new RowsOf(told, appendedAt);
        rows.forEach(row -> of.write(row, why));
        count(rows.size());
    }

    /** Rows by which a record follows what is now known of its number, its people or its contact. */
    void retold(IndexedRecord told, List<FeedDiff.Row> rows, Origin origin) {
        if (rows.isEmpty()) {
            return;
        }
        RowsOf of = new RowsOf(told, context.currentSystemTimeMs());
        rows.forEach(row -> of.write(row, headers.of(origin.cause(row), origin.changeId())));
        count(rows.size());
    }

    /** Rows of a record that has become too old. */
    void expired(IndexedRecord told, List<FeedDiff.Row> rows) {
        RowsOf of = new RowsOf(told, context.currentSystemTimeMs());
        rows.forEach(row -> of.write(row, headers.of(Cause.RETENTION, null)));
        count(rows.size());
    }

    /** A line row of a number in {@code workspaceId}. */
    void line(String workspaceId, String number, LineRow row) {
        byte[] key = Keys.ofFeedLine(workspaceId, row.userId(), number).getBytes(StandardCharsets.UTF_8);
        byte[] value = row.state() == null ? null : serializer.serialize(topic, entry(row.state()));
        forward(new ProducerRecord<>(
                topic,
                direct.partition(key),
                context.currentSystemTimeMs(),
                key,
                value,
                headers.of(row.cause(), row.changeId())));
    }

    /** How many rows of records have been written. */
    long rows() {
        return written;
    }

    private void count(int rows) {
        counters.deliveries(rows);
        written += rows;
    }

    /** The rows of one record: their values with the same reasons are one, and so are the suffixes of their keys. */
    private final class RowsOf {
        private final IndexedRecord told;
        private final long timestamp;
        private final byte[] suffix;
        /** By {@link Reasons#bits}; null: not needed yet. */
        private final byte[][] values = new byte[Reasons.COUNT][];

        RowsOf(IndexedRecord told, long timestamp) {
            this.told = told;
            this.timestamp = timestamp;
            this.suffix = FeedKeys.suffix(told);
        }

        void write(FeedDiff.Row row, Headers why) {
            FeedKeys.UserKeys user = keys.ofUser(told.record().getWorkspaceId(), row.userId());
            byte[] value = row.after() == null ? null : value(row.after());
            forward(new ProducerRecord<>(topic, user.partition(), timestamp, user.key(suffix), value, why));
        }

        private byte[] value(Reasons reasons) {
            byte[] known = values[reasons.bits()];
            if (known != null) {
                return known;
            }
            byte[] value = entries.encode(reasons, told);
            values[reasons.bits()] = value;
            return value;
        }
    }

    private static FeedEntry entry(LineState line) {
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.LINE)
                .setReasons(List.of())
                .setLine(line)
                .build();
    }

    private void forward(ProducerRecord<byte[], byte[]> row) {
        if (!direct.send(row)) {
            context.forward(new Record<>(row.key(), row.value(), row.timestamp(), row.headers()), sink);
        }
    }
}
