package dev.partyline.topology.visibility;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.wiring.EngineCounters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Writes feed rows. An entry holds nothing about its user, so each is encoded once for all with the same reasons. */
final class FeedWriter {
    private final ProcessorContext<byte[], byte[]> context;
    private final String sink;
    private final String topic;
    private final Serializer<FeedEntry> serializer;
    private final RecordEntries entries;
    private final DirectRows direct;
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
        Headers headers = cause == null ? new RecordHeaders() : headers(cause, null);
        byte[][] encoded = new byte[Reasons.COUNT][];
        for (FeedDiff.Row row : rows) {
            write(told, row, encoded, appendedAt, headers);
        }
        count(rows.size());
    }

    /** Rows by which a record follows what is now known of its number, its people or its contact. */
    void retold(IndexedRecord told, List<FeedDiff.Row> rows, Origin origin) {
        byte[][] encoded = new byte[Reasons.COUNT][];
        long now = context.currentSystemTimeMs();
        for (FeedDiff.Row row : rows) {
            write(told, row, encoded, now, headers(origin.cause(row), origin.changeId()));
        }
        count(rows.size());
    }

    /** Rows of a record that has become too old. */
    void expired(IndexedRecord told, List<FeedDiff.Row> rows) {
        Headers headers = headers(Cause.RETENTION, null);
        byte[][] encoded = new byte[Reasons.COUNT][];
        for (FeedDiff.Row row : rows) {
            write(told, row, encoded, context.currentSystemTimeMs(), headers);
        }
        count(rows.size());
    }

    /** A line row of a number in {@code workspaceId}. */
    void line(String workspaceId, String number, LineRow row) {
        byte[] key = bytes(Keys.ofFeedLine(workspaceId, row.userId(), number));
        byte[] value = row.state() == null ? null : serializer.serialize(topic, entry(row.state()));
        forward(key, value, context.currentSystemTimeMs(), headers(row.cause(), row.changeId()));
    }

    /** How many rows of records have been written. */
    long rows() {
        return written;
    }

    private void count(int rows) {
        counters.deliveries(rows);
        written += rows;
    }

    /** @param encoded the record's values so far, by {@link Reasons#bits} */
    private void write(IndexedRecord told, FeedDiff.Row row, byte[][] encoded, long timestamp, Headers headers) {
        TelephonyRecord record = told.record();
        byte[] key =
                bytes(Keys.ofFeedRecord(record.getWorkspaceId(), row.userId(), told.position(), record.getNumber()));
        forward(key, row.after() == null ? null : value(told, row.after(), encoded), timestamp, headers);
    }

    private byte[] value(IndexedRecord told, Reasons reasons, byte[][] encoded) {
        byte[] known = encoded[reasons.bits()];
        if (known != null) {
            return known;
        }
        byte[] value = entries.encode(reasons, told);
        encoded[reasons.bits()] = value;
        return value;
    }

    private void forward(byte[] key, byte @Nullable [] value, long timestamp, Headers headers) {
        if (!direct.send(key, value, timestamp, headers)) {
            context.forward(new Record<>(key, value, timestamp, headers), sink);
        }
    }

    private static FeedEntry entry(LineState line) {
        return FeedEntry.newBuilder()
                .setKind(FeedEntryKind.LINE)
                .setReasons(List.of())
                .setLine(line)
                .build();
    }

    private static Headers headers(Cause cause, @Nullable String changeId) {
        Headers headers = new RecordHeaders().add("cause", bytes(cause.word()));
        return changeId == null ? headers : headers.add("change", bytes(changeId));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
