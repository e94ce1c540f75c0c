package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.http.FuzzedRequests.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent to whichever endpoint, it is answered, as a success or as a fault of the caller's, and nothing of it stays
 * in memory. {@code -Dfuzz.requests=N} sends more, {@code -Dseed=N} the same again.
 */
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
    private static final int ROUND = 1_000;
    /** Of the requests, how many go to a real engine as well: there each change is waited for. */
    private static final int ONE_IN = 20;

    private static final long MOST_GROWTH_BYTES = 32L << 20;

    private final long seed = seed();
    private final Map<Integer, Integer> answers = new TreeMap<>();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void nothingThatIsSentIsAFaultOfTheServersAndNothingStays() throws IOException {
        try (TestApi api = new TestApi();
                RawHttp client = new RawHttp(api.server().uri())) {
            FuzzedRequests fuzz = new FuzzedRequests(seed, api.endpoints(), TestApi.MINT);
            send(client, fuzz, Math.min(REQUESTS, ROUND));
            api.reset();
            long before = used();
            for (int sent = ROUND; sent < REQUESTS; sent += ROUND) {
                send(client, fuzz, Math.min(ROUND, REQUESTS - sent));
                api.reset();
            }
            long growth = used() - before;
            report(growth);
            assertThat(growth).isLessThan(MOST_GROWTH_BYTES);
            // Not 207: one in 1,000, so that a run in twenty has none.
            assertThat(answers).as("requests reach the resources").containsKeys(200, 202, 404, 422);
            assertThat(api.get("/v1/presets").status()).isEqualTo(200);
        }
    }

    @Test
    void neitherIsItOverARealEngine() throws IOException, InterruptedException {
        try (TestApi fake = new TestApi();
                EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(directory));
                RawHttp client = new RawHttp(partyline.apiUri())) {
            assertThat(partyline.awaitReady(Duration.ofMinutes(1))).isTrue();
            long before = used();
            send(client, new FuzzedRequests(seed, fake.endpoints(), partyline.tokens()), REQUESTS / ONE_IN);
            report(used() - before);
            assertThat(partyline.engine().health().ready()).isTrue();
        }
    }

    private void send(RawHttp client, FuzzedRequests fuzz, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Request request = fuzz.next();
            RawHttp.Answer answer = client.send(request.bytes(), request.last());
            assertThat(answer.status())
                    .as(() -> "seed " + seed + ": " + text(request) + "\n--- was answered ---\n" + answer.body())
                    .matches(status -> status / 100 == 2 || status / 100 == 4, "2xx or 4xx");
            assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("Exception");
            answers.merge(answer.status(), 1, Integer::sum);
        }
    }

    private void report(long growth) {
        int sent = answers.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%d requests of seed %d: %s; the heap grew by %d kB%n", sent, seed, answers, growth >> 10);
    }

    private static String text(Request request) {
        String text = new String(request.bytes(), StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(text.length(), 2_000));
    }

    private static long seed() {
        String given = System.getProperty("seed", "");
        return given.isEmpty() ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(given);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
