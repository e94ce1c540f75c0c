package dev.partyline.topology.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** A message of a topic, byte for byte, headers and time included, on its way from one stage to the next. */
record Row(TestRecord<byte[], byte[]> message) {
    String key() {
        return new String(message.key(), StandardCharsets.UTF_8);
    }

    byte @Nullable [] value() {
        return message.value();
    }

    boolean tombstone() {
        return message.value() == null;
    }

    /** A line row of a feed. */
    boolean ofLine() {
        return key().contains("|line|");
    }

    /** A record row of a feed. */
    boolean ofRecord() {
        return key().contains("|rec|");
    }

    /** The first {@code parts} parts of the key. */
    String keyPart(int parts) {
        String[] all = key().split("\\|", -1);
        return String.join("|", Arrays.asList(all).subList(0, parts));
    }
}
