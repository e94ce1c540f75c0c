package dev.partyline.api.embedded;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/** Drops the warnings that every start and stop of an embedded broker causes, and that mean nothing. */
public final class ExpectedNoise extends Filter<ILoggingEvent> {
    private static final List<String> MESSAGES = List.of(
            "Performing controller activation",
            "Attempting to close NetworkClient that has already been closed",
            // Several clients ask at once for the first time; one of them is first.
            "with error 'TOPIC_ALREADY_EXISTS'",
            // Advice about a kind of thread that the topology does not use.
            "Processing exception handler is not enabled for the GlobalThread");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return MESSAGES.stream().anyMatch(event.getFormattedMessage()::contains)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
