package dev.partyline.api.cluster;

import static dev.partyline.api.cluster.Together.await;
import static dev.partyline.api.cluster.Together.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.JsonClient.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One of two instances is not to be reached, then is gone, then so is the broker, which comes back. */
@Timeout(120)
class LostInstanceTest {
    private static final int USERS = 8;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatRemainsAnswersOrSaysThatItCannot() {
        try (Together together = Together.in(directory, 1)) {
            List<String> feeds = new ArrayList<>();
            List<String> others = new ArrayList<>();
            String token = "";
            for (int i = 0; i < USERS; i++) {
                String number = "+1212555010" + i;
                String user = "user" + i;
                token = together.change(together.first(), Events.assign(number, user))
                        .header("Partyline-Token");
                feeds.add(path("users/" + user + "/feed"));
                others.add(path("users/" + user + "/numbers"));
                others.add(path("numbers/" + number + "/assignees"));
            }
            Node first = together.first();
            await(() -> others.stream().allMatch(each -> first.get(each).status() == 200));

            together.second().hide();
            assertThat(statuses(first, feeds))
                    .as("feeds come from their holder alone")
                    .contains(200, 503);
            standbysAnswer(first, others);
            String named = token;
            assertThat(others.stream().map(each -> first.get(each, named)))
                    .as("with a token, no standby will do")
                    .allMatch(answer -> answer.status() == 503 || isExact(answer))
                    .anyMatch(answer -> answer.status() == 503);
            assertThat(first.get("/v1/ops/walks").json().path("missing").path(0).asText())
                    .isEqualTo(together.second().address());

            together.second().close();
            await(() -> feeds.stream().allMatch(each -> first.get(each).status() == 200)
                    && others.stream().allMatch(each -> isExact(first.get(each))));

            together.installation().loseBroker();
            await(() -> first.get(feeds.get(0)).status() == 503);
            await(() -> statuses(first, others).equals(List.of(503)));
            together.installation().findBroker();
            await(() -> statuses(first, feeds).equals(List.of(200))
                    && statuses(first, others).equals(List.of(200)));
        }
    }

    private static void standbysAnswer(Node first, List<String> others) {
        await(() -> others.stream().allMatch(each -> first.get(each).status() == 200));
        List<Answer> answers = others.stream().map(first::get).toList();
        assertThat(answers).as("some are exact").anyMatch(LostInstanceTest::isExact);
        assertThat(answers)
                .as("and some from standbys, which say how far they are behind")
                .map(answer -> answer.header("Partyline-Lag"))
                .filteredOn(lag -> !lag.isEmpty())
                .isNotEmpty()
                .allSatisfy(lag -> assertThat(Long.parseLong(lag)).isBetween(-1L, 1_000L));
    }

    private static List<Integer> statuses(Node node, List<String> paths) {
        return paths.stream()
                .map(node::get)
                .peek(answer -> assertThat(answer.status() == 200
                                || answer.header("Retry-After").equals("1"))
                        .as("%s", answer.json())
                        .isTrue())
                .map(Answer::status)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isExact(Answer answer) {
        return answer.status() == 200 && answer.header("Partyline-Lag").isEmpty();
    }
}
