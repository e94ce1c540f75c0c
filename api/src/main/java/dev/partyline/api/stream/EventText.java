package dev.partyline.api.stream;

import dev.partyline.api.stream.StreamEvent.Place;
import java.time.Clock;

/** Writes events as a client gets them: the text of Server-Sent Events, each with the point to resume from after it. */
final class EventText {
    private final FeedOwner owner;
    private final int partition;
    private final Clock clock;

    EventText(FeedOwner owner, int partition, Clock clock) {
        this.owner = owner;
        this.partition = partition;
        this.clock = clock;
    }

    /** @param hidden what the user's lines hide by now, also where the event does not know it yet */
    String of(StreamEvent event, Withholding hidden) {
        String id = "id: " + point(event.after(), hidden) + "\n";
        return event.name().isEmpty()
                ? ":\n" + id + "\n"
                : "event: " + event.name() + "\n" + id + "data: " + event.data() + "\n\n";
    }

    private ResumePoint point(Place place, Withholding hidden) {
        return new ResumePoint(
                owner,
                partition,
                place.offset(),
                clock.millis(),
                place.withheld().and(hidden));
    }
}
