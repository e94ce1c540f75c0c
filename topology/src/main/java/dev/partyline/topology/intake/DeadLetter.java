package dev.partyline.topology.intake;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Why a message could not be taken.
 *
 * @param reason the kind of fault, for programs
 * @param detail what is wrong, where, and what would mend it, for people
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
        INVALID
    }

    public static final String REASON_HEADER = "partyline.error.reason";
    public static final String DETAIL_HEADER = "partyline.error.detail";
    public static final String TOPIC_HEADER = "partyline.error.topic";
    public static final String PARTITION_HEADER = "partyline.error.partition";
    public static final String OFFSET_HEADER = "partyline.error.offset";

    /** The message's own headers, and what went wrong with it where. */
    Headers headers(Headers own, RecordMetadata origin) {
        return new RecordHeaders(own)
                .add(REASON_HEADER, bytes(reason.name()))
                .add(DETAIL_HEADER, bytes(detail))
                .add(TOPIC_HEADER, bytes(origin.topic()))
                .add(PARTITION_HEADER, bytes(Integer.toString(origin.partition())))
                .add(OFFSET_HEADER, bytes(Long.toString(origin.offset())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
