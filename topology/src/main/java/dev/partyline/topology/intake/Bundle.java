package dev.partyline.topology.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Messages that follow one another in a partition and go through Kafka Streams as one, so that what it does for each message
 * it takes is done once for all. The one has the first's offset: while it waits in a queue, Kafka Streams commits up to
 * there, and once it is processed, up to what was read next; all of it is in one transaction.
 *
 * <p>What makes it a bundle is the class of its headers, so nobody can publish one.
 */
public final class Bundle extends RecordHeaders {
    /** Few enough that a task is soon back for what else it has to do. */
    static final int MAX_MESSAGES = 32;

    /** How much a partition may have waiting counts in messages, bundles that is: these must not be large. */
    static final long MAX_BYTES = 16 * 1024;

    /** Emptied when it is opened: Kafka Streams' caches hold on to headers. */
    private List<ConsumerRecord<byte[], byte[]>> messages;

    private Bundle(List<ConsumerRecord<byte[], byte[]>> messages) {
        this.messages = messages;
    }

    /**
     * The messages in bundles, all in their order. One that is alone in its bundle goes as it is.
     *
     * @param messages at least one, as they follow one another in the partition
     */
    public static List<ConsumerRecord<byte[], byte[]>> all(List<ConsumerRecord<byte[], byte[]>> messages) {
        List<ConsumerRecord<byte[], byte[]>> bundles = new ArrayList<>(messages.size() / MAX_MESSAGES + 1);
        int begin = 0;
        long bytes = 0;
        for (int i = 0; i < messages.size(); i++) {
            long size = size(messages.get(i));
            if (i > begin && (i - begin == MAX_MESSAGES || bytes + size > MAX_BYTES)) {
                bundles.add(of(messages.subList(begin, i)));
                begin = i;
                bytes = 0;
            }
            bytes += size;
        }
        bundles.add(of(messages.subList(begin, messages.size())));
        return bundles;
    }

    private static ConsumerRecord<byte[], byte[]> of(List<ConsumerRecord<byte[], byte[]>> messages) {
        ConsumerRecord<byte[], byte[]> first = messages.get(0);
        return messages.size() == 1
                ? first
                : new ConsumerRecord<>(
                        first.topic(),
                        first.partition(),
                        first.offset(),
                        first.timestamp(),
                        TimestampType.LOG_APPEND_TIME,
                        ConsumerRecord.NULL_SIZE,
                        messages.stream().mapToInt(Bundle::size).sum(),
                        null,
                        null,
                        new Bundle(messages),
                        first.leaderEpoch(),
                        Optional.empty());
    }

    /** Bytes of a message's key and value. */
    private static int size(ConsumerRecord<byte[], byte[]> message) {
        return Math.max(0, message.serializedKeySize()) + Math.max(0, message.serializedValueSize());
    }

    /** Gives the messages, once. */
    Content.Several open() {
        Content.Several content = new Content.Several(messages);
        messages = List.of();
        return content;
    }
}
