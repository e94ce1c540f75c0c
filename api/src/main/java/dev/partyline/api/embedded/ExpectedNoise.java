package dev.partyline.api.embedded;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;

/** Drops the warnings of Kafka that come with what is done on purpose, and that mean nothing. */
public final class ExpectedNoise extends Filter<ILoggingEvent> {
    private static final List<String> MESSAGES = List.of(
            "Performing controller activation",
            "Attempting to close NetworkClient that has already been closed",
            // Several clients ask at once for the first time; one of them is first.
            "with error 'TOPIC_ALREADY_EXISTS'",
            // Advice about a kind of thread that the topology does not use.
            "Processing exception handler is not enabled for the GlobalThread",
            // Demos and replays are meant to lie there.
            "Using an OS temp directory in the state.dir property",
            // A consumer that has no partitions was asked where some end: that is all it is for.
            "Not updating last stable offset for partition",
            // A transaction's later batches overtake its first one to a partition; the producer sends them again, in
            // order.
            "Error: OUT_OF_ORDER_SEQUENCE_NUMBER",
            // The end of the transaction before is still being written; the producer asks again.
            "Error: CONCURRENT_TRANSACTIONS");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean expected = MESSAGES.stream().anyMatch(event.getFormattedMessage()::contains) || isOvertaking(event);
        return expected ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** The same overtaking, as the broker sees it. */
    private static boolean isOvertaking(ILoggingEvent event) {
        return event.getThrowableProxy() != null
                && event.getThrowableProxy().getClassName().equals(OutOfOrderSequenceException.class.getName());
    }
}
