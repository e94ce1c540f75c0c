package dev.partyline.api.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka's own settings for a broker that is alone, near and small: broker and controller in one, on loopback. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final int INTERNAL_PARTITIONS = 4;
    private static final int CLEANER_BUFFER_BYTES = 16 << 20;

    /** After a crash, readers wait behind the transaction that was open until it is aborted. */
    private static final int ABORT_CHECK_MILLIS = 1_000;

    /**
     * Nobody could take over from the only broker. One that was paused and counted as gone would lose the ends of
     * transactions when it goes on: KAFKA-20734, docs/decisions/0083.
     */
    private static final int SESSION_MILLIS = 3_600_000;

    private BrokerSettings() {}

    static Map<String, Object> of(Path logs, String address, int controllerPort) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE_ID);
        settings.put("log.dirs", logs.toAbsolutePath().toString());
        settings.put("auto.create.topics.enable", false);
        settings.put("group.initial.rebalance.delay.ms", 0);
        settings.put("log.cleaner.dedupe.buffer.size", CLEANER_BUFFER_BYTES);
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", ABORT_CHECK_MILLIS);
        settings.put("broker.session.timeout.ms", SESSION_MILLIS);
        settings.putAll(listeners(address, controllerPort));
        settings.putAll(internalTopics());
        return settings;
    }

    /** The same node's controller without its broker, which counts as gone when it has not been heard for so long. */
    static Map<String, Object> ofControllerAlone(Path logs, int controllerPort, int sessionMillis) {
        String controller = Loopback.HOST + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "controller",
                "node.id",
                NODE_ID,
                "log.dirs",
                logs.toAbsolutePath().toString(),
                "listeners",
                CONTROLLER_LISTENER + "://" + controller,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listener.security.protocol.map",
                CONTROLLER_LISTENER + ":PLAINTEXT",
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "broker.session.timeout.ms",
                sessionMillis,
                "broker.heartbeat.interval.ms",
                sessionMillis / 2);
    }

    private static Map<String, Object> listeners(String address, int controllerPort) {
        String clients = "PLAINTEXT://" + address;
        String controller = Loopback.HOST + ":" + controllerPort;
        return Map.of(
                "listeners", clients + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners", clients,
                "controller.listener.names", CONTROLLER_LISTENER,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "controller.quorum.voters", NODE_ID + "@" + controller);
    }

    /** One broker can hold one replica; few partitions, because each costs files and start-up time. */
    private static Map<String, Object> internalTopics() {
        return Map.of(
                "offsets.topic.replication.factor",
                (short) 1,
                "offsets.topic.num.partitions",
                INTERNAL_PARTITIONS,
                "transaction.state.log.replication.factor",
                (short) 1,
                "transaction.state.log.min.isr",
                1,
                "transaction.state.log.num.partitions",
                INTERNAL_PARTITIONS,
                "share.coordinator.state.topic.replication.factor",
                (short) 1,
                "share.coordinator.state.topic.min.isr",
                (short) 1,
                "share.coordinator.state.topic.num.partitions",
                1);
    }
}
