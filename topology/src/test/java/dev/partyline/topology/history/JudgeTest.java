package dev.partyline.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judge that never complains is worth nothing: each fault between the stages must be found, and called by its name. */
@TestInstance(Lifecycle.PER_CLASS)
class JudgeTest {
    /** At most; some faults do harm seldom. */
    private static final int HISTORIES = 200;

    private StagesPool pool;

    @BeforeAll
    void open(@TempDir Path stateDirectory) {
        pool = new StagesPool(stateDirectory);
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "LOST_TOMBSTONES, must be absent",
        "LOST_BACKFILL, but is  absent",
        "LATE_LINE_ROWS, new enemy",
        "LATE_WITHDRAWALS, withdrawn too soon",
        "LOST_LIVE_ROWS, live rows",
        "SWAPPED_ACCESSES, feed",
        "LOST_ACCESSES, feed",
        "LOST_ENCOUNTERS, feed",
        "LOST_CONTACT_ACCESSES, feed",
        "SWAPPED_CONTACT_ACCESSES, feed",
        "FORGED_RETURNS, returned too soon"
    })
    void aFaultIsFound(Fault fault, String word) {
        long first = 1 + (long) HISTORIES * fault.ordinal();
        boolean found = LongStream.range(first, first + HISTORIES)
                .mapToObj(HistoryGenerator::of)
                .map(history -> pool.play(history.slice(), stages -> new HistoryRun(history, stages, fault).play()))
                .anyMatch(findings -> findings.wrong().stream().anyMatch(complaint -> complaint.contains(word)));
        assertThat(found).isTrue();
    }
}
