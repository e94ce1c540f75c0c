package dev.partyline.bench.rate;

import dev.partyline.bench.load.Feed;
import dev.partyline.bench.load.Meter;
import dev.partyline.bench.load.Places;
import dev.partyline.bench.process.Child;
import dev.partyline.bench.process.ProducerSettings;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Figures;
import dev.partyline.bench.report.Progress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The floor, in its process: rows that the engine has written are read once, and written again in every round. */
final class Floor {
    /** As the feed itself is kept. */
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    /** It holds rows in memory, which is no part of what is measured. */
    private static final String HEAP = "4g";

    private final Stage stage;
    private final Child child;
    private int topics;

    Floor(Stage stage) throws IOException {
        this.stage = stage;
        this.child = stage.add(FloorPart.class, "floor", HEAP);
    }

    /** Keeps what the engine has written between two ends; returns how many rows that is. */
    int keep(String name, String topic, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to)
            throws IOException {
        return Integer.parseInt(child.start(Map.of(
                "bootstrap", stage.bootstrapServers(),
                "name", name,
                "source", topic,
                "from", Places.format(from),
                "to", Places.format(to))));
    }

    /** Of one producer, and of as many as the engine has threads, in rows a second. */
    record Rates(double one, double many) {
        static final Rates NONE = new Rates(0, 0);
    }

    /** Writes all that is kept under a name, once with one producer and once with many. */
    Rates rates(String name, int rows) throws IOException, InterruptedException {
        return new Rates(rate(name, rows, 1), rate(name, rows, stage.settings().threads()));
    }

    /** How these stand in a table. */
    List<Figures> figures(String group, List<Rates> rounds) {
        return List.of(
                new Figures(
                        group,
                        Figures.FLOOR,
                        Steady.UNIT,
                        rounds.stream().map(Rates::one).toList()),
                new Figures(
                        group,
                        "floor of %d producers".formatted(stage.settings().threads()),
                        Steady.UNIT,
                        rounds.stream().map(Rates::many).toList()));
    }

    private double rate(String name, int rows, int producers) throws IOException, InterruptedException {
        String topic = "floor-" + topics++;
        stage.createTopic(topic, COMPACTED);
        Map<String, String> settings =
                new HashMap<>(ProducerSettings.with(stage.settings().kafka()));
        settings.put("bootstrap", stage.bootstrapServers());
        settings.put("name", name);
        settings.put("write", topic);
        settings.put("producers", Integer.toString(producers));
        child.tellToStart(settings);
        Feed feed = stage.feed(topic);
        Progress progress = Meter.follow(feed::end, 0, rows, child::alive);
        child.answer();
        stage.deleteTopics(topic);
        return Steady.rate(progress, rows);
    }
}
