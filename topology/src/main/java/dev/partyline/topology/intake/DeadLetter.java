package dev.partyline.topology.intake;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Why a message could not be taken.
 *
 * @param reason the kind of fault, for programs
 * @param detail what is wrong, where, and what would mend it, for people; at most {@link #MAX_DETAIL} characters
 */
public record DeadLetter(Reason reason, String detail) {
    /** Kinds of fault: header {@link #REASON_HEADER}. */
    public enum Reason {
        /** The value is not Avro in the Confluent wire format. */
        NOT_AVRO,
        /** The registry knows no schema of the id that the value names. */
        UNKNOWN_SCHEMA,
        /** The value is Avro, of another type than the topic's. */
        WRONG_TYPE,
        NULL_KEY,
        NULL_VALUE,
        /** The key is not the one that the value calls for. */
        KEY_MISMATCH,
        /** A field breaks the contract: an id's form, a number's, a kind without its part. */
        INVALID,
        /** Key, value and headers together are larger than {@code Topics.MAX_EVENT_BYTES}. */
        TOO_LARGE,
        /** It lies in the wrong partition of a topic that the engine alone writes to. */
        WRONG_PARTITION
    }

    /** What the names of all headers begin with that a dead letter has besides the message's own. */
    public static final String HEADERS = "partyline.error.";

    public static final String REASON_HEADER = HEADERS + "reason";
    public static final String DETAIL_HEADER = HEADERS + "detail";
    public static final String TOPIC_HEADER = HEADERS + "topic";
    public static final String PARTITION_HEADER = HEADERS + "partition";
    public static final String OFFSET_HEADER = HEADERS + "offset";

    /** There when the message did not fit: how large it was. Key and value are then their beginnings alone. */
    public static final String CUT_HEADER = HEADERS + "cut";

    private static final int MAX_DETAIL = 1_000;

    public DeadLetter {
        // What a message says of itself is quoted in it, and may be long.
        detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + " ...";
    }

    /**
     * What went wrong, and where.
     *
     * @param own headers of the message, which stand before
     */
    Headers headers(Headers own, ConsumerRecord<?, ?> message) {
        return withoutErrors(own)
                .add(REASON_HEADER, bytes(reason.name()))
                .add(DETAIL_HEADER, bytes(detail))
                .add(TOPIC_HEADER, bytes(message.topic()))
                .add(PARTITION_HEADER, bytes(Integer.toString(message.partition())))
                .add(OFFSET_HEADER, bytes(Long.toString(message.offset())));
    }

    /** Of a dead letter that somebody has published again as it was. */
    private static Headers withoutErrors(Headers own) {
        Headers kept = new RecordHeaders();
        for (Header header : own) {
            if (!header.key().startsWith(HEADERS)) {
                kept.add(header);
            }
        }
        return kept;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
