package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.LineState;
import dev.partyline.schema.LineStatus;
import dev.partyline.schema.Reason;
import dev.partyline.schema.Role;
import dev.partyline.schema.UserState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reading rule of DESIGN 6. */
class FeedRulesTest {
    private static final List<Reason> ASSIGNEE = List.of(Reason.ASSIGNEE);

    @Test
    void anAssigneesRowShowsOnlyWhileTheLineSaysAssigned() {
        assertThat(FeedRules.shows(ASSIGNEE, 100, line(true, null))).isTrue();
        assertThat(FeedRules.shows(ASSIGNEE, 100, line(false, null))).isFalse();
        assertThat(FeedRules.shows(ASSIGNEE, 100, null)).isFalse();
    }

    @Test
    void whatBeganBeforeVisibleFromDoesNotShow() {
        assertThat(FeedRules.shows(ASSIGNEE, 100, line(true, 100L))).isTrue();
        assertThat(FeedRules.shows(ASSIGNEE, 99, line(true, 100L))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"PARTICIPANT", "INBOX", "CONTACT_OWNER"})
    void anyOtherReasonNeedsNoLine(Reason reason) {
        assertThat(FeedRules.shows(List.of(reason), 100, null)).isTrue();
        assertThat(FeedRules.shows(List.of(Reason.ASSIGNEE, reason), 100, null)).isTrue();
    }

    @Test
    void aReasonThatThisReaderDoesNotKnowGivesNoSight() {
        assertThat(FeedRules.shows(List.of(Reason.UNKNOWN), 100, line(true, null)))
                .isFalse();
        assertThat(FeedRules.shows(List.of(), 100, line(true, null))).isFalse();
    }

    @Test
    void nothingShowsWhileTheUserIsInactive() {
        assertThat(FeedRules.anythingShows(null)).isTrue();
        assertThat(FeedRules.anythingShows(new UserState(true, Role.MEMBER, 1L)))
                .isTrue();
        assertThat(FeedRules.anythingShows(new UserState(false, Role.MEMBER, 1L)))
                .isFalse();
    }

    private static LineState line(boolean assigned, @Nullable Long visibleFrom) {
        return LineState.newBuilder()
                .setNumber("24537")
                .setState(LineStatus.LIVE)
                .setAssigned(assigned)
                .setCalling(true)
                .setTexting(true)
                .setCallerId(false)
                .setRouted(false)
                .setVisibleFrom(visibleFrom)
                .setDone(0)
                .setTotal(0)
                .setVersion(1)
                .build();
    }
}
