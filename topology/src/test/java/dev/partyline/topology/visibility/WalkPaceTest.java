package dev.partyline.topology.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WalkPaceTest {
    private final WalkPace pace =
            new WalkPace(new WalkSettings(Duration.ofMillis(10), Duration.ofNanos(900), 90, 7, 10));

    @Test
    void whereNoRecordComesThereIsMoreOfAll() {
        pace.live(5_000);
        pace.sliceBegins(6_000);
        assertThat(pace.rows()).as("one has come within a second").isEqualTo(90);
        pace.sliceBegins(6_001);

        assertThat(pace.rows()).isEqualTo(900);
        assertThat(pace.sliceNanos()).isEqualTo(9_000);
        assertThat(pace.chunk()).isEqualTo(70);
        pace.live(6_002);
        assertThat(pace.rows()).isEqualTo(90);
    }

    @Test
    void whoWalksAloneHasAll() {
        assertThat(pace.rows()).isEqualTo(90);
        pace.begins();

        assertThat(pace.rows()).isEqualTo(90);
        assertThat(pace.sliceNanos()).isEqualTo(900);
        assertThat(pace.chunk()).isEqualTo(7);
        assertThat(pace.interval()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void tasksThatWalkTogetherShare() {
        pace.begins();
        pace.begins();
        pace.begins();

        assertThat(pace.rows()).isEqualTo(30);
        assertThat(pace.sliceNanos()).isEqualTo(300);
        pace.ends();
        assertThat(pace.rows()).isEqualTo(45);
    }

    @Test
    void howeverManyWalkEachGoesOn() {
        for (int task = 0; task < 200; task++) {
            pace.begins();
        }

        assertThat(pace.rows()).isEqualTo(1);
    }
}
