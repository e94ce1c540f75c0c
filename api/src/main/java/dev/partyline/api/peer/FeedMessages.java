package dev.partyline.api.peer;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.FeedEntryKind;
import dev.partyline.schema.LineState;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.query.FeedCursor;
import dev.partyline.topology.query.FeedPage;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Writes and reads pages of feeds as they travel, in the topic's own form: so versions may differ as they may there. */
public final class FeedMessages {
    private final String topic;
    private final Serializer<FeedEntry> serializer;
    private final Deserializer<FeedEntry> deserializer;

    /** @param topic of feeds */
    public FeedMessages(Topic<FeedEntry> topic, AvroSerdes serdes) {
        this.topic = topic.name();
        this.serializer = serdes.of(FeedEntry.class).serializer();
        this.deserializer = serdes.of(FeedEntry.class).deserializer();
    }

    FeedMessage write(FeedPage page) {
        return new FeedMessage(
                page.records().stream().map(this::write).toList(),
                page.next().map(FeedCursor::toString),
                page.lines().stream().map(this::write).toList(),
                page.place());
    }

    FeedPage read(FeedMessage message) {
        return new FeedPage(
                message.records().stream().map(this::read).toList(),
                message.next().map(FeedCursor::parse),
                message.lines().stream().map(this::line).toList(),
                message.place());
    }

    private byte[] write(LineState line) {
        return write(FeedEntry.newBuilder()
                .setKind(FeedEntryKind.LINE)
                .setReasons(List.of())
                .setLine(line)
                .build());
    }

    private LineState line(byte[] bytes) {
        return Objects.requireNonNull(read(bytes).getLine());
    }

    private byte[] write(FeedEntry entry) {
        return serializer.serialize(topic, entry);
    }

    private FeedEntry read(byte[] bytes) {
        return deserializer.deserialize(topic, bytes);
    }
}
