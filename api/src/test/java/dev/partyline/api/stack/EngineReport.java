package dev.partyline.api.stack;

import dev.partyline.topology.EngineHealth;
import java.util.Set;

/**
 * What the engine of another process says of itself.
 *
 * @param state Kafka Streams' own word
 * @param ready whether it processes and answers
 * @param idle whether it processes, and nothing is left to be done for what was taken in
 * @param walks walks under way
 */
public record EngineReport(String state, boolean ready, boolean idle, int walks) {
    private static final Set<String> ENDED = Set.of("PENDING_ERROR", "ERROR", "PENDING_SHUTDOWN", "NOT_RUNNING");
    /** Of an engine that does not answer. */
    static final EngineReport SILENT = new EngineReport("SILENT", false, false, 0);

    static EngineReport of(EngineHealth health) {
        return new EngineReport(health.state(), health.ready(), health.idle(), health.walks());
    }

    /** As a line says it, see {@link #toLine}. */
    static EngineReport parse(String line) {
        String[] words = line.split(" ", -1);
        return new EngineReport(
                words[0], Boolean.parseBoolean(words[1]), Boolean.parseBoolean(words[2]), Integer.parseInt(words[3]));
    }

    /** Whether it has come to an end by itself. */
    boolean ended() {
        return ENDED.contains(state);
    }

    String toLine() {
        return state + " " + ready + " " + idle + " " + walks;
    }
}
