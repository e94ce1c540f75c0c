package dev.partyline.topology.intake;

import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.intake.DeadLetter.Reason;
import dev.partyline.topology.wiring.Wiring;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Lets events in: what cannot be taken goes to {@code dead-letters}, what lies in the wrong partition for
 * its key goes on to where it belongs, the rest goes to the stage, typed.
 */
final class IntakeProcessor<V extends SpecificRecord> implements Processor<byte[], Content, Object, Object> {
    private final Gate<V> gate;
    private final IntakeNodes nodes;
    private final Wiring wiring;
    private final EventReader<V> reader;

    private ProcessorContext<Object, Object> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    IntakeProcessor(Gate<V> gate, IntakeNodes nodes, Wiring wiring) {
        this.gate = gate;
        this.nodes = nodes;
        this.wiring = wiring;
        this.reader = new EventReader<>(gate.topic(), wiring.deserializer(gate.topic()));
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], Content> arrived) {
        if (arrived.value() instanceof Content.Several several) {
            several.messages().forEach(this::take);
        } else if (arrived.value() instanceof Content.One one) {
            take(alone(arrived, one.value()));
        }
    }

    private ConsumerRecord<byte[], byte[]> alone(Record<byte[], Content> arrived, byte @Nullable [] value) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        return new ConsumerRecord<>(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                arrived.timestamp(),
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                arrived.key(),
                value,
                arrived.headers(),
                Optional.empty());
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        try {
            weigh(message);
            admit(reader.read(message.key(), message.value()), message);
        } catch (UntakableException e) {
            bury(message, e.letter());
        }
    }

    private static void weigh(ConsumerRecord<byte[], byte[]> message) throws UntakableException {
        long size = Sizes.of(message);
        if (size > Topics.MAX_EVENT_BYTES) {
            throw new UntakableException(
                    Reason.TOO_LARGE,
                    "key, value and headers have " + size + " bytes, may have " + Topics.MAX_EVENT_BYTES
                            + " together: publish what is large elsewhere, and its address here");
        }
    }

    private void admit(V event, ConsumerRecord<byte[], byte[]> message) throws UntakableException {
        String key = new String(message.key(), StandardCharsets.UTF_8);
        String expected = gate.key().apply(event);
        if (!key.equals(expected)) {
            throw new UntakableException(
                    Reason.KEY_MISMATCH, "the key is \"" + key + "\", the value calls for \"" + expected + "\"");
        }
        if (Partitions.ofKey(message.key(), wiring.partitionsOf(gate.topic())) != message.partition()) {
            moveOn(message);
            return;
        }
        Optional<String> fault = gate.fault().apply(event);
        if (fault.isEmpty() || gate.answerable().test(event)) {
            context.forward(new Record<>(key, event, message.timestamp()), nodes.stage());
        }
        if (fault.isPresent()) {
            throw new UntakableException(Reason.INVALID, fault.get());
        }
    }

    private void moveOn(ConsumerRecord<byte[], byte[]> message) throws UntakableException {
        if (message.topic().equals(gate.moved().name())) {
            throw new UntakableException(
                    Reason.WRONG_PARTITION,
                    "it lies in partition " + message.partition() + " of "
                            + gate.moved().name()
                            + ", where its key does not belong and the engine would not have put it: publish to "
                            + gate.topic().name() + ", and check that both have as many partitions");
        }
        wiring.counters().moved();
        context.forward(
                new Record<>(message.key(), message.value(), message.timestamp(), message.headers()), nodes.moved());
    }

    private void bury(ConsumerRecord<byte[], byte[]> message, DeadLetter letter) {
        wiring.counters().deadLetter();
        context.forward(Sizes.buried(message, letter), nodes.deadLetters());
    }

    /**
     * Names of the nodes behind an intake.
     *
     * @param stage takes well-formed events
     * @param moved sink of events that lay in the wrong partition
     * @param deadLetters sink of what could not be taken
     */
    record IntakeNodes(String stage, String moved, String deadLetters) {}
}
