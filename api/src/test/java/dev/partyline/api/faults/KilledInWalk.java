package dev.partyline.api.faults;

import dev.partyline.api.stack.TopicRows;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The engine that brings in a long past, or withdraws it, killed with -9 before it has come to the end of it. */
final class KilledInWalk implements Fault {
    private static final Duration LATEST = Duration.ofMillis(200);

    @Override
    public String name() {
        return "engine killed in the middle of a walk";
    }

    @Override
    public int kills() {
        return 1;
    }

    @Override
    public void inflict(Scene scene) throws IOException, InterruptedException {
        try (TopicRows<FeedEntry> feed = feed(scene)) {
            String line = scene.load().line().key();
            Optional<FeedEntry> before = last(feed, line);
            boolean under = false;
            while (!under) {
                scene.load().switchLine();
                Optional<FeedEntry> from = before;
                scene.await(
                        "the line follows its change", () -> !last(feed, line).equals(from));
                scene.holdUpTo(LATEST);
                walker(scene).kill();
                before = last(feed, line);
                under = before.map(KilledInWalk::follows).orElse(false);
            }
        }
    }

    private static TopicRows<FeedEntry> feed(Scene scene) {
        return new TopicRows<>(
                scene.site().setup(), scene.site().setup().topics().feed());
    }

    /** The newest committed row of the line; empty: it has none, or a tombstone. */
    private static Optional<FeedEntry> last(TopicRows<FeedEntry> feed, String key) {
        List<ConsumerRecord<String, FeedEntry>> rows = feed.toTheEnd();
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).key().equals(key)) {
                return Optional.ofNullable(rows.get(i).value());
            }
        }
        return Optional.empty();
    }

    private static boolean follows(FeedEntry row) {
        LineStatus state = row.getLine().getState();
        return state == LineStatus.SYNCING || state == LineStatus.REVOKING;
    }

    private static Seat walker(Scene scene) {
        return scene.site().seats().stream()
                .filter(seat -> seat.report().walks() > 0)
                .findFirst()
                .orElseGet(scene::anySeat);
    }
}
