package dev.partyline.api.server;

import dev.partyline.api.http.ServiceHealth;
import dev.partyline.topology.EngineHealth;

/** When an instance is ready: its engine runs, Kafka answers, and nobody has asked it to stop. */
final class HealthRules {
    private static final String STOPPING = "STOPPING";
    private static final String NO_BROKER = "NO_BROKER";

    private HealthRules() {}

    /**
     * @param broker whether Kafka has answered lately; a running engine does not notice when it does not
     * @param stopping whether it has been asked to stop
     */
    static ServiceHealth of(EngineHealth engine, boolean broker, boolean stopping) {
        return new ServiceHealth(
                engine.ready() && broker && !stopping,
                state(engine, broker, stopping),
                engine.deadLetters(),
                engine.movedRecords(),
                engine.walks(),
                engine.untold());
    }

    private static String state(EngineHealth engine, boolean broker, boolean stopping) {
        if (stopping) {
            return STOPPING;
        }
        return engine.ready() && !broker ? NO_BROKER : engine.state();
    }
}
