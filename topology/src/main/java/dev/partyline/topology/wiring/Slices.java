package dev.partyline.topology.wiring;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Work that a task does in slices between its records, at intervals while there is some, and not at all while there is none:
 * with each punctuation, be it for nothing, Kafka Streams halves how many records it takes from a task before it looks at
 * all others again, and commits the task. For the task's thread.
 */
public final class Slices {
    private final ProcessorContext<?, ?> context;
    private final Duration interval;
    private final Punctuator slice;
    private Optional<Cancellable> running = Optional.empty();

    /** @param slice does a slice; it is for the owner to say {@link #wanted} after it */
    public Slices(ProcessorContext<?, ?> context, Duration interval, Punctuator slice) {
        this.context = context;
        this.interval = interval;
        this.slice = slice;
    }

    /** Whether there is something to do; to be said on what may change it, within a record or a punctuation of the task. */
    public void wanted(boolean now) {
        if (now && running.isEmpty()) {
            running = Optional.of(context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, slice));
        } else if (!now) {
            running.ifPresent(Cancellable::cancel);
            running = Optional.empty();
        }
    }
}
