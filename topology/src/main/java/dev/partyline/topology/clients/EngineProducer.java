package dev.partyline.topology.clients;

import dev.partyline.topology.wiring.OpenTransactions;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A stream thread's producer, which tells while its transaction is open. */
final class EngineProducer extends KafkaProducer<byte[], byte[]> {
    private final OpenTransactions transactions;

    EngineProducer(Map<String, Object> config, OpenTransactions transactions) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.transactions = transactions;
    }

    @Override
    public void beginTransaction() {
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
        super.abortTransaction();
    }

    @Override
    public void close(Duration timeout) {
        transactions.ending();
        super.close(timeout);
    }
}
