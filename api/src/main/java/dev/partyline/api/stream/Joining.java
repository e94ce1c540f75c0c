package dev.partyline.api.stream;

import dev.partyline.api.stream.Opening.Prepared;
import dev.partyline.schema.FeedEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A stream on its way to the tail: what the tail passes meanwhile is kept for it. For one thread. */
final class Joining {
    private final Opening opening;
    private final CatchUp catchUp;
    private final RowFold meanwhile;
    private final long mostBytes;
    private Optional<Prepared> prepared = Optional.empty();

    Joining(Opening opening, Function<byte[], FeedEntry> decode, long mostBytes) {
        this.opening = opening;
        this.catchUp = new CatchUp(decode);
        this.meanwhile = new RowFold(mostBytes);
        this.mostBytes = mostBytes;
    }

    Opening opening() {
        return opening;
    }

    void prepared(Prepared found) {
        prepared = Optional.of(found);
    }

    /** Takes a row that the tail passes. */
    void take(FeedRow row) {
        if (opening.concerns(row) && !meanwhile.isFull()) {
            meanwhile.add(row);
        }
    }

    /** Whether the tail, at {@code position}, has come to where the stream can join. */
    boolean isReadyAt(long position) {
        return prepared.map(found -> position >= found.end()).orElse(false);
    }

    /**
     * The user's lines where the tail is.
     *
     * @throws StreamRefusedException when too much has happened
     */
    FeedHead head() {
        if (meanwhile.isFull()) {
            throw new StreamRefusedException(opening.resume().isPresent() ? Refusal.START_OVER : Refusal.UNAVAILABLE);
        }
        return catchUp.headAfter(prepared.orElseThrow().head(), meanwhile.rows());
    }

    /** Where the client goes on; empty: where the tail is. */
    Optional<StreamEvent.Place> place() {
        return opening.resume().map(point -> new StreamEvent.Place(point.offset(), point.withheld()));
    }

    /**
     * What the client begins with.
     *
     * @param to where the tail is
     * @throws StreamRefusedException when there is no going on without a gap
     */
    List<StreamEvent> events(StreamEvent.Place to) {
        return opening.resume()
                .map(from -> catchUp.events(from, since(from), to))
                .orElseGet(() -> List.of(StreamEvent.heartbeat(to)));
    }

    private List<FeedRow> since(ResumePoint from) {
        RowFold all = new RowFold(mostBytes);
        prepared.orElseThrow().history().forEach(all::add);
        meanwhile.rows().stream().filter(row -> row.offset() >= from.offset()).forEach(all::add);
        if (all.isFull()) {
            throw new StreamRefusedException(Refusal.START_OVER);
        }
        return all.rows();
    }
}
