package dev.partyline.topology.intake;

import dev.partyline.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** How large messages are, and what is done so that a dead letter fits where it goes. */
final class Sizes {
    /** For what Kafka adds to a message, and {@link DeadLetter} to its headers. */
    private static final int FRAME_BYTES = 16 * 1024;

    private static final int HEADER_FRAME_BYTES = 10;
    private static final int CUT_KEY_BYTES = 1024;
    private static final int CUT_VALUE_BYTES = 64 * 1024;

    private Sizes() {}

    /** Bytes of key, value and headers together. */
    static long of(ConsumerRecord<byte[], byte[]> message) {
        return length(message.key()) + length(message.value()) + of(message.headers());
    }

    /** {@code message} as a dead letter: byte for byte, or its beginning if it does not fit. */
    static Record<byte[], byte[]> buried(ConsumerRecord<byte[], byte[]> message, DeadLetter letter) {
        if (of(message) <= Topics.MAX_MESSAGE_BYTES - FRAME_BYTES) {
            return new Record<>(
                    message.key(), message.value(), message.timestamp(), letter.headers(message.headers(), message));
        }
        String was = "key " + length(message.key()) + " bytes, value " + length(message.value()) + " bytes, headers "
                + of(message.headers()) + " bytes";
        Headers headers = letter.headers(new RecordHeaders(), message)
                .add(DeadLetter.CUT_HEADER, was.getBytes(StandardCharsets.UTF_8));
        return new Record<>(
                cut(message.key(), CUT_KEY_BYTES), cut(message.value(), CUT_VALUE_BYTES), message.timestamp(), headers);
    }

    private static long of(Headers headers) {
        long bytes = 0;
        for (Header header : headers) {
            bytes += HEADER_FRAME_BYTES + header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value());
        }
        return bytes;
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes, int length) {
        return bytes == null || bytes.length <= length ? bytes : Arrays.copyOf(bytes, length);
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
