package dev.partyline.api.embedded;

import dev.partyline.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How an embedded Partyline is set up. Begin with {@link #in} and change what differs.
 *
 * @param data directory of all that is kept; created when it is missing
 * @param ports where to listen
 * @param partitions partitions of each topic; fixed once the topics exist
 * @param region two-letter country in whose way people write numbers without a +; empty: such numbers are refused
 */
public record EmbeddedConfig(Path data, EmbeddedPorts ports, int partitions, Optional<String> region) {
    /** Partitions of each topic unless said otherwise (DESIGN 5). */
    public static final int DEFAULT_PARTITIONS = 4;

    public EmbeddedConfig {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, not " + partitions);
        }
    }

    /** Everything in {@code data}, on free ports. */
    public static EmbeddedConfig in(Path data) {
        return new EmbeddedConfig(data, EmbeddedPorts.EPHEMERAL, DEFAULT_PARTITIONS, Optional.empty());
    }

    public EmbeddedConfig withPorts(EmbeddedPorts newPorts) {
        return new EmbeddedConfig(data, newPorts, partitions, region);
    }

    public EmbeddedConfig withPartitions(int newPartitions) {
        return new EmbeddedConfig(data, ports, newPartitions, region);
    }

    public EmbeddedConfig withRegion(String newRegion) {
        return new EmbeddedConfig(data, ports, partitions, Optional.of(newRegion));
    }

    /** The topics of an embedded installation have the default prefix. */
    public Topics topics() {
        return new Topics(Topics.DEFAULT_PREFIX);
    }
}
