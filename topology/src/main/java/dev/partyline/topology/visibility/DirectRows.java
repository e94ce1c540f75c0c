package dev.partyline.topology.visibility;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schemas.Partitions;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.wiring.Wiring;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Rows on their way straight into the open transaction of the thread they are written on. */
final class DirectRows {
    private final Wiring wiring;
    private final Topic<FeedEntry> feed;

    DirectRows(Wiring wiring) {
        this.wiring = wiring;
        this.feed = wiring.topics().feed();
    }

    /** Where a key of the feed lies. */
    int partition(byte[] key) {
        return Partitions.ofFeedKey(key, wiring.partitionsOf(feed));
    }

    /**
     * Sends a row if a transaction is open; one that fails without the row being in the log shows when it is to be committed.
     *
     * @return whether it is sent; if not, Kafka Streams must: it opens a transaction, or meets what is wrong with the open one
     *     and knows what follows from that
     */
    boolean send(ProducerRecord<byte[], byte[]> row) {
        Producer<byte[], byte[]> producer = wiring.transactions().own();
        if (producer == null) {
            return false;
        }
        try {
            producer.send(row);
            return true;
        } catch (KafkaException e) {
            return false;
        }
    }
}
