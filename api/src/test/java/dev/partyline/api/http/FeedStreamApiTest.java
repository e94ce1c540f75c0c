package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.http.JsonClient.Answer;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.stream.FakeStreams;
import dev.partyline.api.stream.Refusal;
import dev.partyline.api.stream.ResumePoint;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedStreamApiTest {
    private static final String TOKEN = TestApi.MINT.mint("acme", "ana", Set.of(Scope.INBOX), Duration.ofHours(1));
    private static final String STREAM = "/v1/workspaces/acme/users/ana/feed/stream";

    private final TestApi api = new TestApi();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void aStreamIsServerSentEventsThatNobodyStoresBuffersOrCompresses() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(api.at(STREAM))
                                .header("Accept-Encoding", "gzip")
                                .header("Authorization", "Bearer " + TOKEN)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()).startsWith("event: closed\nid: ").endsWith("data: {\"reason\":\"shutdown\"}\n\n");
    }

    @Test
    void theLastEventIdWinsOverTheParameter() {
        ResumePoint point = FakeStreams.RESUME;
        assertThat(opened(HttpRequest.newBuilder(api.at(STREAM)))).isEmpty();
        assertThat(opened(HttpRequest.newBuilder(api.at(STREAM + "?resume=" + point))))
                .contains(point);
        assertThat(opened(HttpRequest.newBuilder(api.at(STREAM + "?resume=nonsense"))
                        .header("Last-Event-ID", point.toString())))
                .contains(point);
    }

    @Test
    void whatIsNoResumePointIsRefusedByTheNameOfWhereItStands() {
        assertThat(api.get(STREAM + "?resume=nonsense").isProblem(400).field()).isEqualTo("resume");
        Answer header = api.send(HttpRequest.newBuilder(api.at(STREAM)).header("Last-Event-ID", "nonsense"));
        assertThat(header.isProblem(400).field()).isEqualTo("Last-Event-ID");
    }

    @ParameterizedTest
    @CsvSource({
        "FOREIGN, 400, ''",
        "START_OVER, 410, ''",
        "INACTIVE, 403, ''",
        "TOO_MANY_OF_USER, 429, 1",
        "TOO_MANY, 503, 1",
        "UNAVAILABLE, 503, 1"
    })
    void aRefusalIsAProblemThatSaysWhatToDo(Refusal refusal, int status, String retryAfter) {
        try (TestApi refusing = new TestApi()) {
            refusing.streams.refuse(refusal);
            Answer answer = refusing.get(STREAM).isProblem(status);
            assertThat(answer.detail()).isEqualTo(refusal.words());
            assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
        }
    }

    private Optional<ResumePoint> opened(HttpRequest.Builder request) {
        try {
            HttpClient.newHttpClient()
                    .send(
                            request.header("Authorization", "Bearer " + TOKEN).build(),
                            HttpResponse.BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return api.streams.opened.get(api.streams.opened.size() - 1);
    }
}
