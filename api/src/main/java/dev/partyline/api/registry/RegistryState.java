package dev.partyline.api.registry;

import dev.partyline.api.registry.RegistryEvent.LevelSet;
import dev.partyline.api.registry.RegistryEvent.SchemaRegistered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * What the registry knows: a fold of its events. Schemas are one if they are equal but for white space; one schema has
 * one id in all subjects. Not for several threads.
 */
final class RegistryState {
    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, List<Version>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel defaultLevel = CompatibilityLevel.BACKWARD;
    private int lastId;

    /** A schema in a subject; versions count from 1. */
    record Version(String subject, int version, int id, Schema schema) {}

    void apply(RegistryEvent event) {
        if (event instanceof SchemaRegistered registered) {
            apply(registered);
        } else if (event instanceof LevelSet set && set.subject() != null) {
            levels.put(set.subject(), set.level());
        } else if (event instanceof LevelSet set) {
            defaultLevel = set.level();
        }
    }

    private void apply(SchemaRegistered event) {
        Schema schema = new Schema.Parser().parse(event.schema());
        schemas.put(event.id(), schema);
        ids.put(schema.toString(), event.id());
        lastId = Math.max(lastId, event.id());
        subjects.computeIfAbsent(event.subject(), s -> new ArrayList<>())
                .add(new Version(event.subject(), event.version(), event.id(), schema));
    }

    /** The event that registers {@code schema} as the subject's next version. */
    SchemaRegistered next(String subject, Schema schema) {
        int id = ids.getOrDefault(schema.toString(), lastId + 1);
        return new SchemaRegistered(subject, versions(subject).size() + 1, id, schema.toString());
    }

    Optional<Schema> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    /** Where a schema stands, in all subjects. */
    List<Version> versionsOf(int id) {
        return subjects.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.id() == id)
                .toList();
    }

    List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    /** A subject's versions, oldest first; none when it is unknown. */
    List<Version> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, List.of()));
    }

    Optional<Version> find(String subject, Schema schema) {
        String text = schema.toString();
        return versions(subject).stream()
                .filter(version -> version.schema().toString().equals(text))
                .findFirst();
    }

    /** The level that holds for a subject: its own, else the default. */
    CompatibilityLevel level(String subject) {
        return levels.getOrDefault(subject, defaultLevel);
    }

    Optional<CompatibilityLevel> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    CompatibilityLevel defaultLevel() {
        return defaultLevel;
    }
}
