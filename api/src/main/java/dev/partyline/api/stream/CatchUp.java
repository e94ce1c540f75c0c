package dev.partyline.api.stream;

import dev.partyline.api.stream.StreamEvent.Place;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import dev.partyline.schema.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a client must be told that comes back: of each row the last state since then. Lines come first, because they decide
 * of the records.
 */
final class CatchUp {
    private final Function<byte[], FeedEntry> decode;

    CatchUp(Function<byte[], FeedEntry> decode) {
        this.decode = decode;
    }

    /** A user's lines after further rows. */
    FeedHead headAfter(FeedHead head, List<FeedRow> rows) {
        Map<String, LineState> lines = new TreeMap<>();
        head.lines().forEach(line -> lines.put(line.getNumber(), line));
        boolean active = head.active();
        for (FeedRow row : rows) {
            FeedKey key = row.parsedKey();
            Optional<FeedEntry> entry = entry(row);
            if (key.kind() == FeedKey.Kind.USER) {
                active = entry.map(FeedEntry::getUser).map(UserState::getActive).orElse(true);
            } else if (key.kind() == FeedKey.Kind.LINE) {
                entry.map(FeedEntry::getLine)
                        .ifPresentOrElse(line -> lines.put(key.number(), line), () -> lines.remove(key.number()));
            }
        }
        return new FeedHead(active, List.copyOf(lines.values()));
    }

    /**
     * The events that bring a client from a point to the present.
     *
     * @param rows the last of each key since {@code from}, in order
     * @param to where the client is then
     * @throws StreamRefusedException when a line shows again what the client was not given, or had to drop
     */
    List<StreamEvent> events(ResumePoint from, List<FeedRow> rows, Place to) {
        List<StreamEvent> events = new ArrayList<>();
        Withholding withheld = from.withheld();
        for (FeedRow row : rows) {
            FeedKey key = row.parsedKey();
            if (key.kind() == FeedKey.Kind.LINE) {
                withheld = after(withheld, key, entry(row));
                events.add(line(key, entry(row), new Place(from.offset(), withheld)));
            }
        }
        Place between = new Place(from.offset(), events.isEmpty() ? withheld : withheld.and(to.withheld()));
        for (FeedRow row : rows) {
            FeedKey key = row.parsedKey();
            if (key.kind() == FeedKey.Kind.RECORD) {
                events.add(record(key, entry(row), between));
            }
        }
        events.add(StreamEvent.heartbeat(to));
        return events;
    }

    /** The event of a record's row. Whether the record shows is decided when the event is written. */
    static StreamEvent record(FeedKey key, Optional<FeedEntry> entry, Place after) {
        return entry.map(each -> Events.record(each, key, after)).orElseGet(() -> Events.removed(key, after));
    }

    /** The event of a line's row. */
    static StreamEvent line(FeedKey key, Optional<FeedEntry> entry, Place after) {
        return entry.map(each -> Events.line(each.getLine(), after))
                .orElseGet(() -> Events.lineGone(key.number(), after));
    }

    private static Withholding after(Withholding before, FeedKey key, Optional<FeedEntry> entry) {
        if (entry.isEmpty()) {
            return before.without(key.number());
        }
        LineState line = entry.get().getLine();
        if (before.uncoveredBy(line)) {
            throw new StreamRefusedException(Refusal.START_OVER);
        }
        return before.with(line);
    }

    private Optional<FeedEntry> entry(FeedRow row) {
        return Optional.ofNullable(row.value()).map(decode);
    }
}
