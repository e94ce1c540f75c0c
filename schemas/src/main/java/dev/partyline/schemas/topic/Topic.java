package dev.partyline.schemas.topic;

import org.apache.avro.specific.SpecificRecord;

/**
 * A topic: its full name, what its values are, and how the broker keeps it. Keys are UTF-8 strings (see Keys).
 *
 * @param name full name, prefix included
 * @param value class of the values, Avro in the Confluent wire format under the subject {@code <name>-value}
 * @param group which topics must have as many partitions
 * @param cleanup what the broker does with old rows
 */
public record Topic<V extends SpecificRecord>(String name, Class<V> value, PartitionGroup group, Cleanup cleanup) {

    /** The registry subject of the values, by TopicNameStrategy. */
    public String subject() {
        return name + "-value";
    }
}
