package dev.partyline.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.client.FeedFold;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.json.FeedJson;
import dev.partyline.api.stream.Follower.Page;
import dev.partyline.api.stream.Follower.Source;
import dev.partyline.api.stream.Opening.Prepared;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.history.FeedMessage;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** A partition's tail without Kafka: rows are committed, and reach the tail, as chance has it. */
final class SimulatedTail implements Source {
    private static final TopicPartition PARTITION = new TopicPartition("feed", 0);
    private static final Uuid TOPIC = new Uuid(1, 2);
    private static final long PLENTY = 1 << 30;

    private final List<FeedMessage> log;
    private final Random random;
    private final PartitionTail tail;
    private int committed;

    SimulatedTail(List<FeedMessage> log, Random random) {
        this.log = log;
        this.random = random;
        this.tail = new PartitionTail(0, random.nextInt(4_000), this::decode, this::stream);
    }

    /** Commits some more rows. */
    void commit() {
        committed = Math.min(log.size(), committed + random.nextInt(8));
    }

    boolean atEnd() {
        return committed == log.size() && tail.position() == committed;
    }

    /** Lets the tail read some of what is committed. */
    void read() {
        int to = Math.min(committed, (int) tail.position() + random.nextInt(10));
        List<FeedRow> rows = new ArrayList<>();
        for (int offset = (int) tail.position(); offset < to; offset++) {
            rows.add(row(offset));
        }
        tail.take(rows, to);
        tail.tell();
    }

    long position() {
        return tail.position();
    }

    void heartbeat() {
        tail.heartbeat();
    }

    void shutDown() {
        tail.close("shutdown");
    }

    /** What users see after the rows up to an offset. */
    FeedFold foldAt(long offset) {
        FeedFold fold = new FeedFold();
        log.subList(0, (int) offset).forEach(row -> fold.apply(row.key(), row.entry()));
        return fold;
    }

    /** A page of what a user sees, at the committed end; then things go on. */
    @Override
    public Page page(StreamUser user, String after, int limit) {
        FeedHead head = head(user, committed);
        List<FeedEntry> rest = foldAt(committed).visible(user.workspaceId(), user.userId()).stream()
                .filter(entry -> place(entry).compareTo(after) > 0)
                .toList();
        List<FeedEntry> entries = rest.subList(0, Math.min(limit, rest.size()));
        List<JsonNode> lines = new ArrayList<>();
        head.lines().forEach(line -> lines.add(AvroJsonWriter.record(line)));
        Page page = new Page(
                entries.stream().<JsonNode>map(FeedJson::entry).toList(),
                lines,
                new ResumePoint(
                        FeedOwner.of(user, TOPIC),
                        0,
                        head.active() ? committed : ResumePoint.OVER,
                        Clock.systemUTC().millis(),
                        Withholding.of(head.lines())),
                entries.size() < rest.size() ? place(entries.get(entries.size() - 1)) : "");
        commit();
        return page;
    }

    private static String place(FeedEntry entry) {
        TelephonyRecord record = entry.getRecord();
        return Keys.position(record.getStartedAt().toEpochMilli(), record.getRecordId()) + "|" + record.getNumber();
    }

    /** Opens a stream as the hub does; its looking-up is done at once, at the committed end. */
    @Override
    public CompletableFuture<FeedStream> open(StreamUser user, ResumePoint resume) {
        Opening opening = new Opening(user, PARTITION, Optional.of(resume), new CompletableFuture<>());
        Optional<Refusal> refusal = ResumeRules.refusal(
                        resume, FeedOwner.of(user, TOPIC), 0, Clock.systemUTC().millis())
                .or(() -> ResumeRules.refusal(resume, new ResumeRules.Extent(0, committed, PLENTY)));
        if (refusal.isPresent()) {
            opening.refuse(refusal.get());
            return opening.answer();
        }
        Joining joining = new Joining(opening, this::decode, PLENTY);
        tail.begin(joining);
        joining.prepared(new Prepared(head(user, committed), committed, history(opening, resume.offset())));
        return opening.answer();
    }

    private List<FeedRow> history(Opening opening, long from) {
        if (tail.recent().reachesBackTo(from)) {
            return tail.recent().of(opening.user().key(), from);
        }
        RowFold fold = new RowFold(PLENTY);
        for (int offset = (int) from; offset < tail.position(); offset++) {
            FeedRow row = row(offset);
            if (opening.concerns(row)) {
                fold.add(row);
            }
        }
        return fold.rows();
    }

    private FeedHead head(StreamUser user, int offset) {
        List<FeedRow> rows = new ArrayList<>();
        for (int i = 0; i < offset; i++) {
            if (row(i).user().equals(user.key())) {
                rows.add(row(i));
            }
        }
        return new CatchUp(this::decode).headAfter(new FeedHead(true, List.of()), rows);
    }

    private FeedStream stream(Opening opening, UserLines lines) {
        EventText text = new EventText(FeedOwner.of(opening.user(), TOPIC), 0, Clock.systemUTC());
        FeedStream stream = new FeedStream(lines, text, PLENTY, new Calls(Runnable::run));
        stream.onClose(() -> tail.remove(opening.user().key(), stream));
        return stream;
    }

    private FeedRow row(int offset) {
        FeedMessage message = log.get(offset);
        String key = message.key();
        String user = key.substring(0, key.indexOf('|', key.indexOf('|') + 1));
        byte[] value = message.entry() == null
                ? null
                : ByteBuffer.allocate(Integer.BYTES).putInt(offset).array();
        return new FeedRow(offset, user, key, value);
    }

    private FeedEntry decode(byte[] value) {
        return Objects.requireNonNull(log.get(ByteBuffer.wrap(value).getInt()).entry());
    }
}
