package dev.partyline.topology.visibility;

import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.visibility.FeedWriter.FeedSink;
import dev.partyline.topology.wiring.EngineCounters;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where records and their number's access meet: a record is told to those who see it, an access change starts a walk. */
final class VisibilityProcessor implements Processor<String, SpecificRecord, byte[], byte[]> {
    private final FeedSink sink;
    private final WalkSettings settings;
    private final EngineCounters counters;

    private ProcessorContext<byte[], byte[]> context;
    private LiveRecords records;
    private AccessChanges accesses;
    private Walker walker;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    VisibilityProcessor(FeedSink sink, WalkSettings settings, EngineCounters counters) {
        this.sink = sink;
        this.settings = settings;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        VisibilityStores stores = VisibilityStores.in(context);
        FeedWriter feed = new FeedWriter(context, sink, counters);
        walker = new Walker(stores, feed, counters, settings.chunk());
        records = new LiveRecords(stores, feed);
        accesses = new AccessChanges(stores, feed, walker);
        context.schedule(settings.interval(), PunctuationType.WALL_CLOCK_TIME, this::walk);
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        if (message.value() instanceof TelephonyRecord record) {
            records.take(record, message.timestamp());
        } else if (message.value() instanceof NumberAccess access) {
            long offset = context.recordMetadata().orElseThrow().offset();
            accesses.apply(message.key(), access, offset, Origin.of(message.headers()));
        } else {
            throw new IllegalStateException("neither a record nor an access: " + message.key());
        }
    }

    @Override
    public void close() {
        walker.close();
    }

    private void walk(long now) {
        walker.slice(settings.slice(), now);
    }
}
