package dev.partyline.api.stream;

import dev.partyline.api.stream.StreamEvent.Place;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one client has still to be sent: bounded, for a slow reader is cut off, not buffered for. The hub puts events in,
 * whoever writes to the client takes them out, as the rule of reading has it at that moment.
 */
public final class FeedStream {
    private static final Runnable NOTHING = () -> {};

    private final Deque<StreamEvent> queue = new ArrayDeque<>();
    private final UserLines lines;
    private final EventText text;
    private final Calls calls;
    private long room;
    private Place reached = Place.OVER;
    private boolean ending;
    private Instant until = Instant.MAX;
    private Runnable onClose = NOTHING;

    /**
     * @param lines decide what is still shown
     * @param queueBytes most that may wait
     */
    FeedStream(UserLines lines, EventText text, long queueBytes, Calls calls) {
        this.lines = lines;
        this.text = text;
        this.room = queueBytes;
        this.calls = calls;
    }

    /** Has {@code writer} run whenever there may be something to write, now to begin with; never twice at once. */
    public void onReady(Runnable writer) {
        calls.to(writer);
        calls.call();
    }

    /** The client's right to be told ends then; the stream is closed at the first heartbeat after it. */
    public synchronized FeedStream until(Instant end) {
        until = end;
        return this;
    }

    /** The next event as the client gets it; null: none at the moment. */
    public synchronized @Nullable String next() {
        StreamEvent event = queue.poll();
        if (event == null) {
            return null;
        }
        room += event.bytes();
        reached = event.after();
        boolean shows = event.shown().map(lines::shows).orElse(true);
        StreamEvent now =
                shows ? event : Events.removed(event.shown().orElseThrow().key(), event.after());
        return text.of(now, now.after().equals(Place.OVER) ? Withholding.NONE : lines.withheld());
    }

    /** Whether nothing more will come. */
    public synchronized boolean isOver() {
        return ending && queue.isEmpty();
    }

    /** The client is gone, or has been sent all. Does nothing the second time. */
    public void close() {
        Runnable closing;
        synchronized (this) {
            ending = true;
            queue.clear();
            closing = onClose;
            onClose = NOTHING;
        }
        closing.run();
    }

    /** Has {@code closing} run once, when the client is gone. */
    synchronized void onClose(Runnable closing) {
        onClose = closing;
    }

    /**
     * Lets the client begin.
     *
     * @param from where it is
     * @param events what it begins with, as much as it is: they take no room from what follows
     */
    synchronized void begin(Place from, Collection<StreamEvent> events) {
        reached = from;
        events.forEach(event -> room += event.bytes());
        events.forEach(this::offer);
    }

    /** Puts an event in the queue; where there is no room the client is cut off, and what waits is dropped. */
    synchronized void offer(StreamEvent event) {
        if (ending) {
            return;
        }
        room -= event.bytes();
        queue.add(event);
        if (room < 0) {
            queue.clear();
            ending = true;
        }
    }

    /** Tells an idle client how far it has come; who is not idle learns it from the next event. */
    synchronized void heartbeat(Place after) {
        if (!Instant.now().isBefore(until)) {
            close("expired");
        } else if (queue.isEmpty()) {
            offer(StreamEvent.heartbeat(after));
        }
    }

    /** Drops what waits and ends: there is no going on. */
    synchronized void end(StreamEvent last) {
        if (!ending) {
            queue.clear();
            queue.add(last);
            ending = true;
        }
    }

    /** Drops what waits and ends: the client may go on from what it has been sent. */
    synchronized void close(String reason) {
        end(Events.closed(reason, reached));
    }

    /** Lets the writer write. */
    void call() {
        calls.call();
    }
}
