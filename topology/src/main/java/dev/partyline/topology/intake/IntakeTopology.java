package dev.partyline.topology.intake;

import dev.partyline.topology.intake.IntakeProcessor.IntakeNodes;
import dev.partyline.topology.wiring.Wiring;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** An intake's nodes: a topic and its moved-topic in; the stage, the moved-topic and {@code dead-letters} out. */
public final class IntakeTopology {
    private IntakeTopology() {}

    /**
     * Adds an intake and returns its node's name; the stage named {@code stage} is to be added behind it.
     *
     * @param name of the events, plural: {@code changes}, {@code records}
     */
    public static <V extends SpecificRecord> String addTo(
            Topology topology, Wiring wiring, Gate<V> gate, String name, String stage) {
        String intake = "intake-of-" + name;
        IntakeNodes nodes = new IntakeNodes(stage, intake + "-to-moved-" + name, intake + "-to-dead-letters");
        topology.addSource(
                        AutoOffsetReset.earliest(),
                        name,
                        new ByteArrayDeserializer(),
                        new ContentDeserializer(),
                        gate.topic().name(),
                        gate.moved().name())
                .addProcessor(intake, () -> new IntakeProcessor<>(gate, nodes, wiring), name);
        addSink(topology, nodes.moved(), gate.moved().name(), intake);
        addSink(topology, nodes.deadLetters(), wiring.topics().deadLetters().name(), intake);
        return intake;
    }

    private static void addSink(Topology topology, String node, String topic, String intake) {
        topology.addSink(node, topic, new ByteArraySerializer(), new ByteArraySerializer(), intake);
    }
}
