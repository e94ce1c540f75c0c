package dev.partyline.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What asks a process to stop: Ctrl-C, SIGTERM, and the terminal that goes away. A shutdown hook hears of the first alone,
 * and cannot choose the exit code; so these are taken over from the Java runtime while a command runs.
 */
final class Signals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final List<String> STOP = List.of("TERM", "INT", "HUP");

    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();

    /** Runs {@code asked} at each such signal, on a thread of the runtime's. */
    Signals(Runnable asked) {
        for (String name : STOP) {
            take(name, asked);
        }
    }

    /** Gives them back to whoever had them. */
    @Override
    public void close() {
        before.forEach(Signal::handle);
        before.clear();
    }

    private void take(String name, Runnable asked) {
        try {
            Signal signal = new Signal(name);
            before.put(signal, Signal.handle(signal, received -> asked.run()));
        } catch (IllegalArgumentException e) {
            LOG.debug("no signal {} on this system", name, e);
        }
    }
}
