package dev.partyline.api.stack;

import static dev.partyline.api.stack.LongHistory.NUMBER;
import static dev.partyline.api.stack.LongHistory.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three leave a number with a long history, while calls go on; of the one who leaves last each step is watched. */
class RevocationTest {
    private static final int HISTORY = 170_000;

    @TempDir
    private Path directory = Path.of("");

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void nothingShowsOnceTheLineRowIsThereHoweverMuchThereIsStillToWithdraw() throws InterruptedException {
        try (LongHistory history = LongHistory.in(directory)) {
            history.effective(history.change(new UserAssigned(NUMBER, "ben", null, null)));

            int during = 0;
            while (during == 0) { // a machine that stalls for as long as the walk takes shows nothing
                during = deliveredWhileTheyLeave(history);
            }
        }
    }

    /** Three come, get many calls and leave: how many calls reached ben while ana was hidden, but not yet withdrawn. */
    private static int deliveredWhileTheyLeave(LongHistory history) throws InterruptedException {
        List<String> leavers = List.of("cleo", "dora", "ana");
        for (String userId : leavers) {
            history.effective(history.change(new UserAssigned(NUMBER, userId, null, null)));
        }
        history.missed(HISTORY);
        await(() -> history.newest("ana").equals(history.last()));
        for (String userId : leavers) {
            history.change(new UserUnassigned(NUMBER, userId));
        }

        int during = 0;
        boolean withdrawn = false;
        while (!withdrawn) {
            boolean hidden = !history.assigned("ana");
            history.missed(1);
            await(() -> history.newest("ben").equals(history.last()));
            if (hidden) {
                assertThat(history.newestOf("ana")).isEmpty();
                withdrawn = history.line("ana").isEmpty();
                during += withdrawn ? 0 : 1;
            }
        }
        assertThat(history.newestOf("ana")).isEmpty();
        return during;
    }
}
