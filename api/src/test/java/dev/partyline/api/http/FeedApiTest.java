package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.stream.FakeStreams;
import dev.partyline.api.stream.ResumePoint;
import dev.partyline.schema.RecordKind;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.query.FeedCursor;
import dev.partyline.topology.query.FeedPage;
import dev.partyline.topology.query.FeedPlace;
import dev.partyline.topology.query.FeedQuery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedApiTest {
    private static final String FEED = "/v1/workspaces/acme/users/ana/feed";

    private final TestApi api = new TestApi();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void aPageHasRecordsWithReasonsTheLinesAndWhereTheNextBegins() {
        FeedCursor next = new FeedCursor(Keys.position(5000, "c2") + "|24537");
        api.queries.feed = new FeedPage(
                List.of(Samples.missedCall("c1"), Samples.missedCall("c2")),
                Optional.of(next),
                List.of(Samples.line()),
                new FeedPlace(3, 17));
        api.streams.resumes.clear();
        var json = api.get(FEED).json();
        assertThat(json.path("records").findValuesAsText("recordId")).containsExactly("c1", "c2");
        assertThat(json.path("records").path(0).path("reasons")).hasToString("[\"ASSIGNEE\"]");
        assertThat(json.path("records").path(0).path("record").path("startedAt").asLong())
                .isEqualTo(5000);
        assertThat(json.path("lines").path(0).path("state").asText()).isEqualTo("LIVE");
        assertThat(json.path("next").asText()).isEqualTo(next.toString());
        assertThat(api.streams.resumes).containsExactly("acme|ana from 3, 17, past 1 lines, after Optional.empty");
        assertThat(ResumePoint.parse(json.path("resume").asText())).isEqualTo(FakeStreams.RESUME);
        api.get(FEED + "?cursor=" + next + "&resume=" + FakeStreams.RESUME);
        assertThat(api.streams.resumes.get(1)).endsWith("after Optional[" + FakeStreams.RESUME + "]");
        assertThat(lastQuery().after()).contains(next);
    }

    @Test
    void theLastPageHasNoNext() {
        api.queries.feed = new FeedPage(List.of(), Optional.empty(), List.of(), FeedPlace.START);
        assertThat(api.get(FEED).json().get("next").isNull()).isTrue();
    }

    @Test
    void nothingAskedMeansFiftyOfEverything() {
        api.get(FEED);
        assertThat(lastQuery()).isEqualTo(new FeedQuery(50, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"%2B12125550100", "+12125550100", "+1-212-555-0100", "%2B1%20212%20555%200100"})
    void aPlusThatTheQueryLostCountsAsAPlus(String written) {
        api.get(FEED + "?kind=MESSAGE&limit=3&number=" + written);
        assertThat(lastQuery())
                .isEqualTo(new FeedQuery(
                        3, Optional.empty(), Optional.of(Samples.NUMBER), Optional.of(RecordKind.MESSAGE)));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=1001, limit",
        "limit=many, limit",
        "cursor=abc, cursor",
        "cursor=%25%25, cursor",
        "kind=ERASED, kind",
        "kind=call, kind",
        "number=12, number",
        "can=SEND_TEXT, can"
    })
    void whatAParameterCannotBeIsRefusedByName(String query, String field) {
        assertThat(api.get(FEED + "?" + query).isProblem(422).field()).isEqualTo(field);
    }

    private FeedQuery lastQuery() {
        return api.queries.feedQueries.get(api.queries.feedQueries.size() - 1);
    }
}
