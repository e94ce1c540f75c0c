package dev.partyline.api.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What a new schema of a subject must be able to do with the earlier ones. */
enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean readsEarlier;
    private final boolean isReadByEarlier;
    private final boolean transitive;

    CompatibilityLevel(boolean readsEarlier, boolean isReadByEarlier, boolean transitive) {
        this.readsEarlier = readsEarlier;
        this.isReadByEarlier = isReadByEarlier;
        this.transitive = transitive;
    }

    static Optional<CompatibilityLevel> named(String name) {
        return Stream.of(values()).filter(level -> level.name().equals(name)).findFirst();
    }

    /** Whether {@code schema} may follow {@code earlier}, which are in the order of their registration. */
    boolean allows(Schema schema, List<Schema> earlier) {
        int first = transitive ? 0 : Math.max(0, earlier.size() - 1);
        return earlier.subList(first, earlier.size()).stream().allMatch(other -> allows(schema, other));
    }

    /** Whether {@code schema} may follow this one schema. */
    boolean allows(Schema schema, Schema earlier) {
        return (!readsEarlier || reads(schema, earlier)) && (!isReadByEarlier || reads(earlier, schema));
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
