package dev.partyline.api.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTextTest {
    @Test
    void itTellsShareRateAndTimeLeft() {
        assertThat(ProgressText.line("published", 100_000, 250_000, Duration.ofSeconds(2)))
                .isEqualTo("published [############------------------]  40%  100,000/250,000  50,000/s  3 s left");
    }

    @Test
    void atTheEndItTellsTheTimeTaken() {
        assertThat(ProgressText.line("published", 2000, 2000, Duration.ofSeconds(125)))
                .isEqualTo("published [##############################] 100%  2,000/2,000  16/s  in 2 min 5 s");
    }

    @Test
    void beforeAnythingIsDoneThereIsNoRate() {
        assertThat(ProgressText.line("calls", 0, 10, Duration.ofSeconds(1)))
                .isEqualTo("calls     [------------------------------]   0%  0/10");
        assertThat(ProgressText.line("calls", 0, 0, Duration.ZERO)).contains("100%  0/0");
    }

    @Test
    void timesReadAsPeopleSayThem() {
        assertThat(ProgressText.words(Duration.ofSeconds(45))).isEqualTo("45 s");
        assertThat(ProgressText.words(Duration.ofMinutes(63))).isEqualTo("1 h 3 min");
    }

    @Test
    void awayFromATerminalLinesAreNotDrawnOver() {
        StringWriter err = new StringWriter();
        Screen screen = new Screen(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
        ProgressBar bar = new ProgressBar(screen, "calls", 10);
        bar.at(5);
        bar.end();
        assertThat(err.toString())
                .doesNotContain("\r")
                .endsWith(System.lineSeparator())
                .contains("10/10");
        assertThat(err.toString().lines()).hasSize(1);
    }
}
