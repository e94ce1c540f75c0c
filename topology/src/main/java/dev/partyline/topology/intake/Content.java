package dev.partyline.topology.intake;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What comes to an intake at once: a message's value, or the messages of a {@link Bundle}. */
sealed interface Content {
    /** The value of a message that came alone. */
    record One(byte @Nullable [] value) implements Content {}

    /** Messages that follow one another in their partition. */
    record Several(List<ConsumerRecord<byte[], byte[]>> messages) implements Content {}
}
