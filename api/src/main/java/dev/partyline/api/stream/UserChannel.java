package dev.partyline.api.stream;

import dev.partyline.api.stream.StreamEvent.Place;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schema.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One user's streams, fed row by row. Events go out when a batch of rows is through, so that a line's row decides of the
 * records before it, too. For one thread.
 */
final class UserChannel {
    private final UserLines lines;
    private final List<FeedStream> streams = new ArrayList<>();
    private final List<StreamEvent> batch = new ArrayList<>();
    private @Nullable StreamEvent last;

    UserChannel(UserLines lines) {
        this.lines = lines;
    }

    UserLines lines() {
        return lines;
    }

    int size() {
        return streams.size();
    }

    void add(FeedStream stream) {
        streams.add(stream);
    }

    void remove(FeedStream stream) {
        streams.remove(stream);
    }

    /** Takes the next row of the user. {@code entry}: its value; empty: a tombstone. */
    void take(long offset, FeedKey key, Optional<FeedEntry> entry) {
        switch (key.kind()) {
            case USER -> user(entry.map(FeedEntry::getUser));
            case LINE -> line(offset, key, entry);
            case RECORD -> batch.add(CatchUp.record(key, entry, new Place(offset + 1, lines.withheld())));
        }
    }

    /**
     * Gives out what the rows since the last time have come to.
     *
     * @return whether the streams go on
     */
    boolean flush() {
        StreamEvent end = last;
        if (end != null) {
            each(stream -> stream.end(end));
        } else if (!batch.isEmpty()) {
            each(stream -> batch.forEach(stream::offer));
        }
        batch.clear();
        return end == null;
    }

    /** Tells idle clients how far they have come. */
    void heartbeat(long offset) {
        each(stream -> stream.heartbeat(new Place(offset, lines.withheld())));
    }

    /** Ends all streams; their clients may go on from what they have been sent. */
    void close(String reason) {
        each(stream -> stream.close(reason));
    }

    private void user(Optional<UserState> state) {
        boolean active = state.map(UserState::getActive).orElse(true);
        lines.setActive(active);
        if (!active) {
            last = Events.deactivated();
        }
    }

    private void line(long offset, FeedKey key, Optional<FeedEntry> entry) {
        Optional<LineState> line = entry.map(FeedEntry::getLine);
        if (last == null && line.map(lines.withheld()::uncoveredBy).orElse(false)) {
            last = Events.reset(key.number());
        }
        line.ifPresentOrElse(lines::put, () -> lines.remove(key.number()));
        batch.add(CatchUp.line(key, entry, new Place(offset + 1, lines.withheld())));
    }

    private void each(Consumer<FeedStream> action) {
        for (FeedStream stream : List.copyOf(streams)) {
            action.accept(stream);
            stream.call();
        }
    }
}
