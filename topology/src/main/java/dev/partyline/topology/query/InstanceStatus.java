package dev.partyline.topology.query;

import java.util.List;

/**
 * What an instance holds.
 *
 * @param instance its address, {@code host:port}
 * @param state Kafka Streams' own word, or {@link #UNREACHABLE}
 * @param active partitions that it processes, each with the messages still to be taken in
 * @param standby partitions of topics whose stores it keeps a copy of
 * @param stores parts of stores, at work or copies, each with the messages still to be applied
 */
public record InstanceStatus(String instance, String state, List<Part> active, List<Part> standby, List<Part> stores) {
    public static final String UNREACHABLE = "UNREACHABLE";

    public InstanceStatus {
        active = List.copyOf(active);
        standby = List.copyOf(standby);
        stores = List.copyOf(stores);
    }

    /** Of an instance that did not answer. */
    static InstanceStatus unreachable(String instance) {
        return new InstanceStatus(instance, UNREACHABLE, List.of(), List.of(), List.of());
    }

    /**
     * A partition of a topic or of a store.
     *
     * @param lag in messages; {@link Rows#UNKNOWN_LAG}: not known
     */
    public record Part(String name, int partition, long lag) {}
}
