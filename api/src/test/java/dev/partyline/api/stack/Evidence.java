package dev.partyline.api.stack;

import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything that an installation's topics say, written down where something was wrong: a file for each topic. */
public final class Evidence {
    private Evidence() {}

    /** Writes it below the module's {@code target}, and returns where. */
    public static Path write(EngineSetup setup) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "evidence-" + setup.name()));
        Topics topics = setup.topics();
        for (Topic<?> topic : List.of(
                topics.changes(),
                topics.movedChanges(),
                topics.records(),
                topics.movedRecords(),
                topics.encounters(),
                topics.decisions(),
                topics.numberAccess(),
                topics.contactAccess(),
                topics.userAccess(),
                topics.feed())) {
            write(setup, topic, directory.resolve(topic.name() + ".txt"));
        }
        return directory;
    }

    private static <V extends SpecificRecord> void write(EngineSetup setup, Topic<V> topic, Path file)
            throws IOException {
        try (TopicRows<V> rows = new TopicRows<>(setup, topic)) {
            Files.write(file, rows.toTheEnd().stream().map(Evidence::line).toList());
        }
    }

    private static String line(ConsumerRecord<?, ?> row) {
        return "%d:%d %tT.%<tL %s %s".formatted(row.partition(), row.offset(), row.timestamp(), row.key(), row.value());
    }
}
