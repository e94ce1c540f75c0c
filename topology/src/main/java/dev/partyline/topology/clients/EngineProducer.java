package dev.partyline.topology.clients;

import dev.partyline.topology.wiring.OpenTransactions;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A stream thread's producer, which tells while its transaction is open, and begins none after one that was aborted: what the
 * thread's tasks had done is lost then, and Kafka Streams may have closed but one of them (decision 0092). To Kafka Streams it
 * says that it is fenced, so that all of the thread's tasks are closed, wiped and taken up again from the last commit, with
 * another producer.
 */
final class EngineProducer extends KafkaProducer<byte[], byte[]> {
    private final OpenTransactions transactions;
    private boolean aborted;

    EngineProducer(Map<String, Object> config, OpenTransactions transactions) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.transactions = transactions;
    }

    @Override
    public void beginTransaction() {
        if (aborted) {
            throw new ProducerFencedException(
                    "a transaction of this stream thread was aborted: its tasks begin again from the last commit");
        }
        super.beginTransaction();
        transactions.begun(this);
    }

    @Override
    public void commitTransaction() {
        transactions.ending();
        super.commitTransaction();
    }

    @Override
    public void abortTransaction() {
        transactions.ending();
        aborted = true;
        super.abortTransaction();
    }

    @Override
    public void close(Duration timeout) {
        transactions.ending();
        super.close(timeout);
    }
}
