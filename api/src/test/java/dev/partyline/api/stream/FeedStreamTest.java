package dev.partyline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.api.stream.StreamEvent.Place;
import dev.partyline.schema.FeedEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedStreamTest {
    private static final StreamUser ANA = new StreamUser("acme", "ana");
    private static final Place BEGIN = new Place(10, Withholding.NONE);

    private final UserLines lines = new UserLines(new FeedHead(true, List.of()));
    private final EventText text = new EventText(FeedOwner.of(ANA, new Uuid(1, 2)), 0, Clock.systemUTC());

    @Test
    void aRecordThatWasHiddenWhileItWaitedIsRemovedAndThePointKnowsThatItWasWithheld() {
        FeedStream stream = stream(10_000);
        line(true);
        stream.offer(call(1, 11));
        line(false);
        SseText event = next(stream);
        assertThat(event.name()).isEqualTo("removed");
        assertThat(event.data()).contains("call-1").doesNotContain("INBOUND");
        ResumePoint point = ResumePoint.parse(event.id());
        assertThat(point.offset()).isEqualTo(11);
        assertThat(point.withheld()).isEqualTo(lines.withheld()).isNotEqualTo(Withholding.NONE);
    }

    @Test
    void nothingShowsOnceTheUserIsInactive() {
        FeedStream stream = stream(10_000);
        line(true);
        stream.offer(call(1, 11));
        lines.setActive(false);
        assertThat(next(stream).name()).isEqualTo("removed");
    }

    @Test
    void whoseTokenHasExpiredIsToldSoAtTheNextHeartbeatAndThatIsAll() {
        FeedStream stream = stream(10_000).until(Instant.now());
        line(true);
        stream.offer(call(1, 11));
        stream.heartbeat(new Place(12, Withholding.NONE));

        assertThat(next(stream).data()).contains("expired");
        assertThat(stream.isOver()).isTrue();
    }

    @Test
    void whoseTokenIsGoodHasHeartbeats() {
        FeedStream stream = stream(10_000).until(Instant.now().plusSeconds(600));
        stream.heartbeat(new Place(12, Withholding.NONE));

        assertThat(stream.next()).startsWith(":");
        assertThat(stream.isOver()).isFalse();
    }

    @Test
    void whatDoesNotFitEndsTheStreamWithWhatHasBeenSent() {
        FeedStream stream = stream(1_500);
        line(true);
        for (int i = 0; i < 100; i++) {
            stream.offer(call(i, 11 + i));
        }
        assertThat(stream.next()).isNull();
        assertThat(stream.isOver()).isTrue();
        stream.offer(call(1, 200));
        stream.close("shutdown");
        assertThat(stream.next()).isNull();
    }

    @Test
    void whatItBeginsWithTakesNoRoom() {
        FeedStream stream = new FeedStream(lines, text, 1_500, new Calls(Runnable::run));
        line(true);
        List<StreamEvent> backlog = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            backlog.add(call(i, 11));
        }
        stream.begin(BEGIN, backlog);
        stream.offer(call(1, 12));
        for (int i = 0; i < 101; i++) {
            assertThat(next(stream).name()).isEqualTo("record");
        }
        assertThat(stream.isOver()).isFalse();
    }

    @Test
    void aStreamThatIsClosedSaysWhereItsClientGoesOn() {
        FeedStream stream = stream(10_000);
        line(true);
        stream.offer(call(1, 11));
        stream.offer(call(2, 12));
        next(stream);
        stream.close("shutdown");
        SseText last = next(stream);
        assertThat(last.name() + last.data()).isEqualTo("closed{\"reason\":\"shutdown\"}");
        assertThat(ResumePoint.parse(last.id()).offset()).isEqualTo(11);
        assertThat(stream.isOver()).isTrue();
    }

    @Test
    void whoIsDeactivatedCannotGoOn() {
        FeedStream stream = stream(10_000);
        stream.end(Events.deactivated());
        assertThat(ResumePoint.parse(next(stream).id()).isOver()).isTrue();
    }

    @Test
    void aHeartbeatDoesNotOvertakeWhatWaits() {
        FeedStream stream = stream(10_000);
        line(true);
        stream.offer(call(1, 11));
        stream.heartbeat(new Place(50, Withholding.NONE));
        assertThat(ResumePoint.parse(next(stream).id()).offset()).isEqualTo(11);
        assertThat(stream.next()).isNull();
        stream.heartbeat(new Place(50, Withholding.NONE));
        assertThat(ResumePoint.parse(next(stream).id()).offset()).isEqualTo(50);
    }

    private FeedStream stream(long bytes) {
        FeedStream stream = new FeedStream(lines, text, bytes, new Calls(Runnable::run));
        stream.begin(BEGIN, List.of());
        return stream;
    }

    private void line(boolean assigned) {
        lines.put(entry(Rows.line(ANA, assigned).entry()).getLine());
    }

    private static StreamEvent call(int n, long after) {
        var row = Rows.call(ANA, n);
        FeedKey key = FeedKey.parse(row.key(), ANA.key().length());
        return Events.record(entry(row.entry()), key, new Place(after, Withholding.NONE));
    }

    private static FeedEntry entry(@Nullable FeedEntry entry) {
        return Objects.requireNonNull(entry);
    }

    private static SseText next(FeedStream stream) {
        return SseText.parse(Objects.requireNonNull(stream.next()));
    }
}
