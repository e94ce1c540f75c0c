package dev.partyline.topology.visibility;

import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.store.HeapBudget;
import dev.partyline.topology.visibility.EncounterWriter.EncounterSink;
import dev.partyline.topology.visibility.FeedWriter.FeedSink;
import dev.partyline.topology.wiring.EngineCounters;
import dev.partyline.topology.wiring.Slices;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where records meet their number's access and their contact's owner: a record is told, a change of these starts a walk. */
final class VisibilityProcessor implements Processor<String, SpecificRecord, byte[], byte[]> {
    /** So often it is looked whether records have become too old. */
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(10);

    private final FeedSink feedSink;
    private final EncounterSink encounterSink;
    private final WalkPace pace;
    private final EngineCounters counters;
    private final HeapBudget heap;

    private ProcessorContext<byte[], byte[]> context;
    private VisibilityStores stores;
    private LiveRecords records;
    private AccessChanges accesses;
    private ContactChanges contacts;
    private Walker walker;
    private Slices slices;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    VisibilityProcessor(
            FeedSink feed, EncounterSink encounters, WalkPace pace, EngineCounters counters, HeapBudget heap) {
        this.feedSink = feed;
        this.encounterSink = encounters;
        this.pace = pace;
        this.counters = counters;
        this.heap = heap;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        stores = VisibilityStores.in(context, heap);
        FeedWriter feed = new FeedWriter(context, feedSink, counters);
        EncounterWriter encounters = new EncounterWriter(context, encounterSink);
        Telling telling = new Telling(stores, new Acquaintances(stores, encounters), feed);
        WalkScope scope = new WalkScope(pace, counters);
        walker = new Walker(stores, telling, feed, scope);
        records = new LiveRecords(stores, telling, scope, context::currentSystemTimeMs);
        accesses = new AccessChanges(stores, feed, encounters, walker);
        contacts = new ContactChanges(stores, walker);
        slices = new Slices(context, pace.interval(), this::walk);
        slices.wanted(true); // whatever a restored task was at
        context.schedule(LOOK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::walk);
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        if (message.value() instanceof TelephonyRecord record) {
            counters.record();
            records.take(record, message.timestamp());
        } else {
            apply(message);
            slices.wanted(walker.underWay());
        }
    }

    private void apply(Record<String, SpecificRecord> message) {
        Origin origin = Origin.of(message.headers());
        if (message.value() instanceof NumberAccess access) {
            accesses.apply(message.key(), access, offset(), origin);
        } else if (message.value() instanceof ContactAccess access) {
            contacts.apply(message.key(), access, offset(), origin);
        } else {
            throw new IllegalStateException("neither a record nor an access: " + message.key());
        }
    }

    private long offset() {
        return context.recordMetadata().orElseThrow().offset();
    }

    @Override
    public void close() {
        walker.close();
        stores.close();
    }

    private void walk(long now) {
        walker.slice(now);
        slices.wanted(walker.underWay());
    }
}
