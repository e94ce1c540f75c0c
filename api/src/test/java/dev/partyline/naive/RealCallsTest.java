package dev.partyline.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partyline.naive.NaiveCalls.Sight;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The naive program on the Technion's "Anonymous Bank" calls of 1999: figures that another program counted. */
class RealCallsTest {
    private static final int EVERY_CALL = 249_942;
    private static final int MISSED = 53_578;

    private CallLogs logs;

    @BeforeEach
    void find() throws IOException {
        var found = CallLogs.find();
        assumeTrue(
                found.isPresent(),
                "SKIPPED: the real call logs are not on this machine (name their folder with -D" + CallLogs.PROPERTY
                        + "=…)");
        logs = found.orElseThrow();
    }

    @Test
    void everyCallIsReadOnceAndNoIdentityStandsTwice() throws IOException {
        Set<String> identities = new HashSet<>();
        int[] calls = {0, 0};
        for (var log : logs.calls()) {
            CsvRows.read(log, "call_id,started_at,number,contact_id,agent,outcome,duration_s", row -> {
                calls[0]++;
                calls[1] += row[5].equals("missed") ? 1 : 0;
                identities.add(row[2] + " " + row[1] + " " + row[0]);
            });
        }
        assertThat(calls).containsExactly(EVERY_CALL, MISSED);
        assertThat(identities).hasSize(EVERY_CALL);
    }

    @Test
    void theTableIsTheOneThatAnotherProgramCounted() throws IOException {
        Map<String, Sight> table = NaiveCalls.table(logs.assignments(), logs.calls());
        assertThat(table)
                .hasSize(32)
                .containsEntry("sharon", new Sight(4, 240_820))
                .containsEntry("eli", new Sight(1, 21_323))
                .containsEntry("miki", new Sight(0, 6_830))
                .containsEntry("express", new Sight(0, 3));
        assertThat(table.values().stream().mapToLong(Sight::records).sum()).isEqualTo(4_998_645);
    }
}
