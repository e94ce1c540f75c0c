package dev.partyline.api.demo;

import dev.partyline.api.client.CaughtUp;
import dev.partyline.api.client.Connection;
import dev.partyline.api.client.EngineLag;
import dev.partyline.api.client.FeedReader;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.terminal.Screen;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Plays a day through a running engine: publishes each event as an upstream system does, reads the feeds back as an inbox
 * app does, shows what they say, and holds it against what the script says.
 */
public final class Demo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Day day;
    private final Picture picture;
    private final Screen screen;
    private final Upstream upstream;
    private final FeedReader feeds;
    private final EngineLag lag;
    private final CaughtUp caughtUp;
    private final DayEvents events;
    private final Duration patience;

    /** The installation must be empty. */
    public Demo(Day day, Connection connection, Screen screen) {
        this(day, connection, screen, PATIENCE);
    }

    /**
     * As above, for tests.
     *
     * @param patience how long feeds may differ from the script after an event
     */
    Demo(Day day, Connection connection, Screen screen, Duration patience) {
        this.patience = patience;
        this.day = day;
        this.picture = new Picture(day);
        this.screen = screen;
        this.upstream = new Upstream(connection);
        this.feeds = new FeedReader(connection, day.workspace());
        this.lag = new EngineLag(connection);
        this.caughtUp = new CaughtUp(connection, feeds, day.workspace());
        this.events = new DayEvents(day, LocalDate.now(Clock.systemUTC()).minusDays(1));
    }

    /**
     * Plays the day to its end, or to the first feed that differs from the script.
     *
     * @param age how long the process has run, for the pace
     * @return whether all feeds were as the script has them
     */
    public boolean play(Pace pace, Supplier<Duration> age) throws InterruptedException {
        print(picture.opening());
        Sight before = Sight.NOTHING;
        int left = day.events().size();
        for (Event event : day.events()) {
            pause(pace.pause(age.get(), left--));
            Sight wanted = event.after(before);
            screen.out().println(event.at() + "    " + event.tell());
            screen.out().flush();
            publish(event);
            if (!matches(wanted, awaitSight(event, wanted))) {
                return false;
            }
            show(event, before, wanted);
            before = wanted;
        }
        caughtUp.await(behind -> {});
        print(picture.summary(sight()));
        return matches(before, sight());
    }

    @Override
    public void close() {
        caughtUp.close();
        lag.close();
        feeds.close();
        upstream.close();
    }

    private void publish(Event event) {
        if (event.does() instanceof Step.Change change) {
            upstream.publish(events.change(event, change));
        } else if (event.does() instanceof Step.Happening happening) {
            upstream.publish(events.happening(event, happening));
        }
        upstream.flush();
    }

    /** What the feeds say once the engine has taken the event in, and has had time to follow. */
    private Sight awaitSight(Event event, Sight wanted) throws InterruptedException {
        long startedAt = System.nanoTime();
        while (System.nanoTime() - startedAt < patience.toNanos()) {
            if (lag.behind() == 0) {
                feeds.advance();
                if (wanted.equals(sight()) && lineIsTold(event)) {
                    break;
                }
            }
            pause(BETWEEN_LOOKS);
        }
        return sight();
    }

    private boolean lineIsTold(Event event) {
        return !(event.does() instanceof Step.Change change) || new ToldLine(day, change).isTold(feeds.fold());
    }

    private Sight sight() {
        return Sight.of(feeds.fold(), day.workspace(), day.people().keySet());
    }

    private boolean matches(Sight wanted, Sight actual) {
        List<String> differences = wanted.differencesTo(actual);
        differences.forEach(difference -> screen.err().println("WRONG: " + difference));
        screen.err().flush();
        return differences.isEmpty();
    }

    private void show(Event event, Sight before, Sight now) {
        if (!event.recordId().isEmpty()) {
            picture.seenBy(now, event.recordId()).forEach(screen.out()::println);
        } else if (!(event.does() instanceof Step.Number)) {
            picture.altered(before, now).forEach(screen.out()::println);
        }
        if (event.why() != null) {
            screen.out().println(picture.why(event.why()));
        }
        screen.out().println();
        screen.out().flush();
    }

    private void print(String text) {
        screen.out().print(text);
        screen.out().flush();
    }

    private static void pause(Duration pause) throws InterruptedException {
        LockSupport.parkNanos(pause.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException("while the day was played");
        }
    }
}
