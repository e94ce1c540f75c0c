package dev.partyline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeRulesTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Uuid TOPIC = new Uuid(5, 6);
    private static final StreamUser ANA = new StreamUser("acme", "ana");
    private static final FeedOwner OWNER = FeedOwner.of(ANA, TOPIC);

    @Test
    void aPointOfThisFeedIsTaken() {
        assertThat(refusal(OWNER, 2, 0, NOW)).isNull();
    }

    @Test
    void anotherUsersOrWorkspacesIsForeignWhateverElseIsWrong() {
        for (StreamUser other : new StreamUser[] {new StreamUser("acme", "ben"), new StreamUser("other", "ana")}) {
            assertThat(refusal(FeedOwner.of(other, TOPIC), 2, 0, NOW)).isEqualTo(Refusal.FOREIGN);
            assertThat(refusal(FeedOwner.of(other, new Uuid(7, 8)), 1, ResumePoint.OVER, 0))
                    .isEqualTo(Refusal.FOREIGN);
        }
    }

    @Test
    void ofATopicThatWasMadeAnewThereIsNoGoingOn() {
        assertThat(refusal(FeedOwner.of(ANA, new Uuid(7, 8)), 2, 0, NOW)).isEqualTo(Refusal.START_OVER);
    }

    @Test
    void fromAnotherPartitionOrAnEndThereIsNoGoingOn() {
        assertThat(refusal(OWNER, 1, 0, NOW)).isEqualTo(Refusal.START_OVER);
        assertThat(refusal(OWNER, 2, ResumePoint.OVER, NOW)).isEqualTo(Refusal.START_OVER);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "28, true", "29, true", "30, false", "400, false"})
    void aPointIsGoodUntilADayBeforeTombstonesGo(int days, boolean good) {
        assertThat(refusal(OWNER, 2, 0, NOW - days * DAY)).isEqualTo(good ? null : Refusal.START_OVER);
        assertThat(refusal(OWNER, 2, 0, NOW - 29 * DAY - 1)).isEqualTo(Refusal.START_OVER);
    }

    @ParameterizedTest
    @CsvSource({"99, false", "100, false", "900, true", "899, false", "1000, true", "1001, false"})
    void aPointMustLieInTheTopicAndNotTooFarBack(long offset, boolean good) {
        ResumeRules.Extent extent = new ResumeRules.Extent(100, 1000, 100);
        assertThat(ResumeRules.refusal(point(OWNER, 2, offset, NOW), extent).isEmpty())
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"99, false", "100, true"})
    void whatTheTopicNoLongerHoldsCannotBeResumed(long offset, boolean good) {
        ResumeRules.Extent extent = new ResumeRules.Extent(100, 1000, 10_000);
        assertThat(ResumeRules.refusal(point(OWNER, 2, offset, NOW), extent).isEmpty())
                .isEqualTo(good);
    }

    private static @Nullable Refusal refusal(FeedOwner owner, int partition, long offset, long issuedAt) {
        return ResumeRules.refusal(point(owner, partition, offset, issuedAt), OWNER, 2, NOW)
                .orElse(null);
    }

    private static ResumePoint point(FeedOwner owner, int partition, long offset, long issuedAt) {
        return new ResumePoint(owner, partition, offset, issuedAt, Withholding.NONE);
    }
}
