package dev.partyline.topology.intake;

import dev.partyline.schemas.topic.Topic;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an intake asks of the events of one kind.
 *
 * @param topic where they are published
 * @param moved where those go that lie in the wrong partition
 * @param key the key that an event must have
 * @param fault what is wrong with an event, naming the field and the form wanted; empty: nothing
 * @param answerable whether the stage must hear of a faulty event too, because someone waits for an answer
 */
public record Gate<V extends SpecificRecord>(
        Topic<V> topic,
        Topic<V> moved,
        Function<V, String> key,
        Function<V, Optional<String>> fault,
        Predicate<V> answerable) {}
