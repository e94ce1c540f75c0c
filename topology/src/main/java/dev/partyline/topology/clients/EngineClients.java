package dev.partyline.topology.clients;

import dev.partyline.topology.view.ViewProgress;
import dev.partyline.topology.wiring.Wiring;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Kafka Streams' clients, of which main consumers and producers are the engine's own. */
public final class EngineClients implements KafkaClientSupplier {
    private final Wiring wiring;
    private final ViewProgress view;
    private final BooleanSupplier hurry;

    /**
     * Clients of one engine.
     *
     * @param wiring of its stages; the intake of its topic of records takes bundles
     * @param view told how far its topics have been read
     * @param hurry whether stream threads have work that is not to wait for records
     */
    public EngineClients(Wiring wiring, ViewProgress view, BooleanSupplier hurry) {
        this.wiring = wiring;
        this.view = view;
        this.hurry = hurry;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new EngineProducer(config, wiring.transactions());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new EngineConsumer(config, wiring.topics().records().name(), view, hurry);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return plain(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return plain(config);
    }

    private static Consumer<byte[], byte[]> plain(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
