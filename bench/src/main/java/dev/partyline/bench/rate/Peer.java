package dev.partyline.bench.rate;

import dev.partyline.api.client.Connection;
import dev.partyline.bench.load.Feed;
import dev.partyline.bench.load.Meter;
import dev.partyline.bench.load.Shape;
import dev.partyline.bench.load.Traffic;
import dev.partyline.bench.process.Child;
import dev.partyline.bench.process.ProducerSettings;
import dev.partyline.bench.process.Stage;
import dev.partyline.bench.report.Progress;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The peer, in its process, on the records of an installation. */
final class Peer {
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    private final Stage stage;
    private final Child child;
    private final String store;

    Peer(Stage stage, String store) throws IOException {
        this.stage = stage;
        this.child = stage.add(PeerPart.class, "peer", stage.settings().heap());
        this.store = store;
    }

    /** Tells it who is assigned; before records are published, so that it has read this when they come. */
    void assign(Connection installation, Shape shape) throws InterruptedException {
        String topic = assignees(installation);
        stage.createTopic(topic, COMPACTED);
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stage.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int number = 0; number < shape.numbers(); number++) {
                String users =
                        shape.assigneesOf(number).stream().map(Traffic::user).collect(Collectors.joining(","));
                producer.send(new ProducerRecord<>(topic, Traffic.number(number), users));
            }
        }
    }

    /** Works off the installation's records, and returns how many rows came a second. */
    double rate(Connection installation, int rows) throws IOException, InterruptedException {
        String topic = installation.group() + ".peer-feed";
        stage.createTopic(topic, COMPACTED);
        child.tellToStart(settings(installation, topic));
        Feed feed = stage.feed(topic);
        Progress progress = Meter.follow(feed::end, 0, rows, child::alive);
        child.answer();
        child.stop();
        return Steady.rate(progress, rows);
    }

    private Map<String, String> settings(Connection installation, String feed) {
        Map<String, String> settings =
                new HashMap<>(ProducerSettings.with(stage.settings().kafka()));
        settings.put("bootstrap", stage.bootstrapServers());
        settings.put("registry", installation.registryUrl());
        settings.put("records", installation.topics().records().name());
        settings.put("assignees", assignees(installation));
        settings.put("feed", feed);
        settings.put("state", stage.directory().resolve("peer").toString());
        settings.put("id", installation.group() + "-peer");
        settings.put("threads", Integer.toString(stage.settings().threads()));
        settings.put("store", store);
        return settings;
    }

    private static String assignees(Connection installation) {
        return installation.group() + ".peer-assignees";
    }
}
