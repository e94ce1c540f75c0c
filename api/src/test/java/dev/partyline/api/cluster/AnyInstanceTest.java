package dev.partyline.api.cluster;

import static dev.partyline.api.cluster.Together.await;
import static dev.partyline.api.cluster.Together.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.http.JsonClient.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share the partitions; whoever asks need not know which holds what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyInstanceTest {
    private static final long STARTED_AT = 1_700_000_000_000L;
    private static final int SAME_AT_ONCE = 6;
    private static final int CHURN = 40;
    private static final int ROUNDS = 60;

    @SuppressWarnings("NullAway.Init") // before all
    private Together together;

    @BeforeAll
    void start(@TempDir Path directory) {
        together = Together.in(directory, 0);
    }

    @AfterAll
    void stop() {
        together.close();
    }

    @Test
    void bothAnswerEveryQuestionAlike() {
        List<String> paths = new ArrayList<>(List.of(path("members"), path("numbers"), path("members?limit=2")));
        for (int i = 0; i < SAME_AT_ONCE; i++) {
            String number = "+1212555020" + i;
            String user = "alike" + i;
            Answer assigned = together.change(together.first(), Events.assign(number, user));
            assertThat(assigned.status()).isEqualTo(201);
            together.records(together.first(), Events.missedCall(number, "r" + i, STARTED_AT));
            await(() -> feed(together.second(), user).path("records").size() == 1);
            paths.add(path("numbers/" + number + "/assignees"));
            paths.add(path("numbers/" + number + "/history"));
            paths.add(path("numbers/" + number + "/records"));
            paths.add(path("users/" + user + "/numbers"));
            paths.add(path("users/" + user + "/numbers?can=VIEW_RECORDS"));
            paths.add(path("users/" + user + "/feed"));
            paths.add(path("users/" + user + "/records/r" + i + "/explain?number=" + number.replace("+", "%2B")
                    + "&startedAt=" + STARTED_AT));
            paths.add(path("changes/" + assigned.json().path("changeId").asText()));
        }
        for (String path : paths) {
            Answer one = together.first().get(path);
            Answer other = together.second().get(path);
            assertThat(one.status()).as("%s: %s", path, one.json()).isEqualTo(200);
            assertThat(other.json()).as(path).isEqualTo(one.json());
            assertThat(one.header("Partyline-Lag")).as("no standby was asked").isEmpty();
        }
    }

    @Test
    void bothSayAlikeWhoMayDoWhat() {
        for (int i = 0; i < SAME_AT_ONCE; i++) {
            String number = "+1212555030" + i;
            together.change(together.second(), Events.assign(number, "able" + i));
            String check = "{\"checks\":[{\"user\":\"able%d\",\"action\":\"SEND_TEXT\",\"number\":\"%s\"}]}"
                    .formatted(i, number);
            JsonNode answer = together.first().post(path("check"), check).json();
            assertThat(answer.at("/checks/0/allowed").asBoolean())
                    .as("%s", answer)
                    .isTrue();
            assertThat(together.second().post(path("check"), check).json()).isEqualTo(answer);
        }
    }

    @Test
    void everyPartitionIsHeldByOneInstanceAndBothKnow() {
        for (Node node : together.both()) {
            JsonNode instances = node.get("/v1/ops/instances").json().path("instances");
            assertThat(instances.findValuesAsText("instance"))
                    .containsExactlyInAnyOrder(
                            together.first().address(), together.second().address());
            assertThat(instances.findValuesAsText("state")).containsOnly("RUNNING");
            assertThat(feedPartitions(instances)).containsExactlyInAnyOrder(0, 1, 2, 3);
            JsonNode walks = node.get("/v1/ops/walks").json();
            assertThat(walks.path("missing").isArray()).isTrue();
            assertThat(walks.path("missing")).isEmpty();
        }
    }

    /** A reader asks one and the other in turn, while a line is switched on and off. */
    @Test
    void aFeedNeverGoesBackFromOneInstanceToTheOther() throws InterruptedException {
        String number = "+12125550400";
        together.change(together.first(), Events.assign(number, "turn"));
        AtomicBoolean done = new AtomicBoolean();
        Thread churn = new Thread(() -> {
            for (int i = 0; i < CHURN; i++) {
                String change = i % 2 == 0 ? Events.unassign(number, "turn") : Events.assign(number, "turn");
                together.change(together.both().get(i % 3 % 2), change);
            }
            done.set(true);
        });
        churn.start();
        long newest = 0;
        Set<Long> seen = new HashSet<>();
        for (int i = 0; !done.get() || i % 2 == 1; i++) {
            Answer answer = together.both().get(i % 2).get(path("users/turn/feed"));
            if (answer.status() == 503) {
                assertThat(answer.header("Retry-After")).isNotEmpty();
                continue;
            }
            for (JsonNode line : answer.json().path("lines")) {
                assertThat(line.path("version").asLong()).isGreaterThanOrEqualTo(newest);
                newest = line.path("version").asLong();
                seen.add(newest);
            }
        }
        churn.join();
        assertThat(seen).as("states of the line that were read").hasSizeGreaterThan(CHURN / 4);
    }

    /** Changes are handed over at one instance, and read with their token at the other. */
    @Test
    void whatWasChangedIsReadAtTheOtherInstanceToo() {
        int rounds = rounds();
        Map<String, Integer> staleWithoutToken = new HashMap<>();
        for (int i = 0; i < rounds; i++) {
            String user = "reader" + i % 7;
            String number = "+1212555050" + i % 5;
            boolean assigned = i / 35 % 2 == 0;
            Node writer = together.both().get(i % 2);
            Node reader = together.both().get((i + 1) % 2);
            Answer sent = together.send(writer, assigned ? Events.assign(number, user) : Events.unassign(number, user));
            for (Question question : Question.values()) {
                if (question.shows(reader.get(question.path(user, number)).json(), user, number) != assigned) {
                    staleWithoutToken.merge(question.name(), 1, Integer::sum);
                }
            }
            String token = sent.header("Partyline-Token");
            assertThat(token).as("%s", sent.json()).isNotEmpty();
            for (Question question : Question.values()) {
                Answer answer = reader.get(question.path(user, number), token);
                assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
                assertThat(question.shows(answer.json(), user, number))
                        .as("round %d, %s: %s", i, question, answer.json())
                        .isEqualTo(assigned);
            }
        }
        System.out.printf("read-your-writes: %d rounds, stale without the token: %s%n", rounds, staleWithoutToken);
    }

    /** Questions whose answers show whether a user is assigned. */
    private enum Question {
        ASSIGNEES("numbers/%2$s/assignees", "assignees", "userId"),
        NUMBERS("users/%1$s/numbers", "numbers", "number"),
        FEED("users/%1$s/feed", "lines", "number");

        private final String path;
        private final String list;
        private final String member;

        Question(String path, String list, String member) {
            this.path = path;
            this.list = list;
            this.member = member;
        }

        String path(String user, String number) {
            return Together.path(path.formatted(user, number));
        }

        boolean shows(JsonNode answer, String user, String number) {
            String wanted = member.equals("userId") ? user : number;
            for (JsonNode each : answer.path(list)) {
                if (each.path(member).asText().equals(wanted)) {
                    return each.path("assigned").asBoolean(true);
                }
            }
            return false;
        }
    }

    private static JsonNode feed(Node at, String user) {
        return at.get(path("users/" + user + "/feed")).json();
    }

    private List<Integer> feedPartitions(JsonNode instances) {
        String feed = together.installation().topics().feed().name();
        List<Integer> partitions = new ArrayList<>();
        for (JsonNode instance : instances) {
            for (JsonNode part : instance.path("active")) {
                if (part.path("name").asText().equals(feed)) {
                    partitions.add(part.path("partition").asInt());
                }
            }
        }
        return partitions;
    }

    private static int rounds() {
        String told = System.getProperty("consistency.rounds", "");
        return told.isEmpty() ? ROUNDS : Integer.parseInt(told);
    }
}
