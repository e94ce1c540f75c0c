package dev.partyline.api.stack;

import static dev.partyline.api.stack.LongHistory.CONTACT;
import static dev.partyline.api.stack.LongHistory.FIRST_CALL;
import static dev.partyline.api.stack.LongHistory.NUMBER;
import static dev.partyline.api.stack.LongHistory.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.http.JsonClient;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.Role;
import dev.partyline.schema.UserAssigned;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of change that concerns 100,000 records at once: calls published meanwhile are delivered meanwhile, operators
 * see how far it has come, and at its end everyone sees what they must.
 */
class WalksTest {
    private static final int MISSED = 60_000;
    private static final int BY_DORA = 40_000;

    @TempDir
    private Path directory = Path.of("");

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aChangeThatConcernsALongHistoryHoldsUpNobody() throws InterruptedException {
        try (LongHistory history = LongHistory.in(directory)) {
            for (String userId : List.of("ana", "ben")) {
                history.effective(history.change(new UserAssigned(NUMBER, userId, null, null)));
            }
            history.change(new MemberSet("olga", Role.OWNER, true, null));
            history.answered(BY_DORA, "dora");
            history.missed(MISSED);
            await(() -> history.newest("ana").equals(history.last()));
            sees(history, "dora", BY_DORA);
            sees(history, "ana", history.calls() - BY_DORA);

            // Dated back: what Dora answered is shared after all.
            walks(history, () -> history.change(FIRST_CALL, new UserAssigned(NUMBER, "dora", null, null)));
            sees(history, "ana", history.calls());

            walks(history, () -> history.change(new ContactOwnerSet(CONTACT, "olga")));
            sees(history, "olga", history.calls());
            walks(history, () -> history.change(new ContactOwnerSet(CONTACT, null)));
            sees(history, "olga", 0);

            // Every call is older than Ana's assignment; Dora's is dated back.
            walks(history, () -> history.change(new NumberPolicySet(NUMBER, fromAssignment())));
            sees(history, "ana", 0);
            sees(history, "dora", history.calls());
            walks(history, () -> history.change(new NumberPolicySet(NUMBER, null)));
            sees(history, "ana", history.calls());

            walks(history, () -> history.change(new MemberSet("ana", Role.MEMBER, false, null)));
            sees(history, "ana", 0);
            walks(history, () -> history.change(new MemberSet("ana", Role.MEMBER, true, null)));
            sees(history, "ana", history.calls());

            walks(history, () -> history.change(new MemberRemoved("dora")));
            sees(history, "dora", 0);

            // Of retention Ben's live calls are older too: nothing is delivered meanwhile, so it is only awaited.
            history.change(
                    new PolicySet(Policy.newBuilder().setRetentionDays(30).build()));
            sees(history, "ben", 0);
        }
    }

    /** The engine has come to rest; the view, which follows the feed, may be a moment behind. */
    private static void sees(LongHistory history, String userId, int records) {
        await(() -> history.count(userId) == records);
    }

    /** Has a change made, and lets calls go on until what it started is over. */
    private static void walks(LongHistory history, Runnable change) throws InterruptedException {
        change.run();
        await(() -> !underWay(history).isEmpty());
        List<Long> progress = new ArrayList<>();
        int during = 0;
        for (List<JsonNode> walks = underWay(history); !walks.isEmpty(); walks = underWay(history)) {
            note(walks, progress);
            history.missed(1);
            await(() -> {
                note(underWay(history), progress); // the view may take as long as the walk
                return delivered(history);
            });
            during++;
        }
        assertThat(during).as("calls delivered while the walk went on").isPositive();
        assertThat(progress).as("progress").isSorted().anyMatch(visited -> visited > 0);
    }

    private static void note(List<JsonNode> walks, List<Long> progress) {
        if (!walks.isEmpty()) {
            progress.add(walks.get(0).path("visited").asLong());
        }
    }

    /** The newest call is there for Ben, who may see it as an assignee, or, under FROM_ASSIGNMENT, for Dora. */
    private static boolean delivered(LongHistory history) {
        return history.newest("ben").equals(history.last())
                || history.newest("dora").equals(history.last());
    }

    private static List<JsonNode> underWay(LongHistory history) {
        JsonNode walks = JsonClient.of(history.partyline().tokens(), LongHistory.WORKSPACE)
                .get(URI.create(history.partyline().apiUri() + "/v1/ops/walks"))
                .json();
        List<JsonNode> all = new ArrayList<>();
        walks.path("walks").forEach(all::add);
        walks.path("contacts").forEach(all::add);
        return all;
    }

    private static Policy fromAssignment() {
        return Policy.newBuilder().setHistory(HistoryPolicy.FROM_ASSIGNMENT).build();
    }
}
