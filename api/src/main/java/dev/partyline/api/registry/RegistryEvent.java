package dev.partyline.api.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What the journal holds, one per line: the registry's state is these, applied in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegistryEvent.SchemaRegistered.class, name = "schema"),
    @JsonSubTypes.Type(value = RegistryEvent.LevelSet.class, name = "level")
})
sealed interface RegistryEvent {

    /** A subject got a further version. */
    record SchemaRegistered(String subject, int version, int id, String schema) implements RegistryEvent {}

    /** The compatibility level of a subject, or with null of all that have none, was set. */
    record LevelSet(@Nullable String subject, CompatibilityLevel level) implements RegistryEvent {}
}
