package dev.partyline.api.replay;

import dev.partyline.api.client.CaughtUp;
import dev.partyline.api.client.Connection;
import dev.partyline.api.client.FeedReader;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.terminal.ProgressBar;
import dev.partyline.api.terminal.Screen;
import dev.partyline.schema.DirectoryChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Publishes call logs as events, waits until the engine has caught up, and shows who sees how much. */
public final class Replay {
    private final ReplayInput input;
    private final Screen screen;
    private final BadLines badLines;
    private final Logs logs;

    /**
     * Reads the logs; nothing is published yet.
     *
     * @throws IOException naming the file, when one cannot be read or has not the columns
     */
    public Replay(ReplayInput input, Screen screen) throws IOException {
        this.input = input;
        this.screen = screen;
        this.badLines = new BadLines(screen.err());
        this.logs = Logs.read(input, badLines::report);
        badLines.end();
    }

    /**
     * Runs it against an installation whose engine is running.
     *
     * @param table where the table goes as CSV, too
     * @return record rows that it brought to the feeds, tombstones included
     */
    public long run(Connection connection, Optional<Path> table) throws IOException, InterruptedException {
        try (FeedReader feeds = new FeedReader(connection, input.workspaceId(), new Outline())) {
            long startedAt = System.nanoTime();
            publish(connection);
            long doneAt = awaitEngine(connection, feeds);
            Duration time = Duration.ofNanos(doneAt - startedAt);
            report(feeds, new Totals.Run(feeds.deliveries(), time), table);
            return feeds.deliveries();
        }
    }

    private void publish(Connection connection) {
        try (Upstream upstream = new Upstream(connection)) {
            boolean changesLast = input.sequence().order() == Order.ASSIGNMENTS_LAST;
            if (!changesLast) {
                publishChanges(upstream);
            }
            ProgressBar bar = new ProgressBar(screen, "published", logs.size());
            ReplayEvents events = new ReplayEvents(input.workspaceId());
            for (CallLine call : input.sequence().arrange(logs.calls())) {
                upstream.publish(events.call(call));
                bar.at(upstream.acknowledged());
            }
            if (changesLast) {
                publishChanges(upstream);
            }
            upstream.flush();
            bar.end();
        }
    }

    /** Flushes too, so that the order holds between the topics. */
    private void publishChanges(Upstream upstream) {
        List<DirectoryChange> changes = new ReplayEvents(input.workspaceId()).changes(logs.assignments());
        changes.forEach(upstream::publish);
        upstream.flush();
    }

    private long awaitEngine(Connection connection, FeedReader feeds) throws InterruptedException {
        EngineProgress progress = new EngineProgress(screen, logs.size());
        try (CaughtUp caughtUp = new CaughtUp(connection, feeds, input.workspaceId())) {
            return caughtUp.await(progress::behind);
        }
    }

    private void report(FeedReader feeds, Totals.Run run, Optional<Path> table) throws IOException {
        VisibleTable visible = VisibleTable.of(feeds.fold(), input.workspaceId());
        Totals totals = new Totals(logs.calls().size(), logs.assignments().size(), badLines.count(), run);
        screen.out().println();
        screen.out().print(visible.text());
        screen.out().println();
        screen.out().print(totals.text());
        screen.out().flush();
        if (table.isPresent()) {
            visible.writeCsv(table.get());
        }
    }
}
