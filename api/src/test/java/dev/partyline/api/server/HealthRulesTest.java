package dev.partyline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.ServiceHealth;
import dev.partyline.topology.EngineHealth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRulesTest {
    @ParameterizedTest
    @CsvSource({
        "RUNNING, true, true, false, true, RUNNING",
        "RUNNING, true, false, false, false, NO_BROKER",
        "RUNNING, true, true, true, false, STOPPING",
        "RUNNING, true, false, true, false, STOPPING",
        "REBALANCING, false, true, false, false, REBALANCING",
        "REBALANCING, false, false, false, false, REBALANCING",
        "ERROR, false, true, false, false, ERROR",
        "NOT_RUNNING, false, true, true, false, STOPPING",
    })
    void readyIsWhatRunsReachesKafkaAndStays(
            String state, boolean runs, boolean broker, boolean stopping, boolean ready, String said) {
        ServiceHealth health = HealthRules.of(new EngineHealth(state, runs, 1, 2, 3, 4), broker, stopping);
        assertThat(health).isEqualTo(new ServiceHealth(ready, said, 1, 2, 3, 4));
    }
}
