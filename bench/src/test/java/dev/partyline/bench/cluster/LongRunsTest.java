package dev.partyline.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the profile {@code faults} runs for long besides faults (docs/faults.md); the builds' share of it stands in api. */
class LongRunsTest {
    private static final int TRIES = 10_000;
    private static final int SERVERS = 2;
    private static final int CALLS_PER_SECOND = 100;
    private static final int KILL_EVERY_SECONDS = 90;
    private static final int SOAK_MINUTES = 30;

    @Test
    void nobodyIsSentACallFromAfterTheirRevocationWhileServersAreKilled() throws Exception {
        assumeChosen("NEW_ENEMY");
        assertThat(Revocations.run(TRIES, SERVERS, CALLS_PER_SECOND, KILL_EVERY_SECONDS))
                .isZero();
    }

    @Test
    void nobodyIsShownALineThatHasGoneInHalfAnHourOfMixedLoad() throws Exception {
        assumeChosen("SOAK");
        assertThat(Soak.run(SOAK_MINUTES, 0)).isZero();
    }

    private static void assumeChosen(String run) {
        Set<String> chosen = Set.of(System.getProperty("faults", "").split(",", -1));
        assumeThat(chosen.contains("all") || chosen.contains(run))
                .as("%s takes half an hour or more: mvn -Pfaults, or -Dfaults=%s", run, run)
                .isTrue();
    }
}
