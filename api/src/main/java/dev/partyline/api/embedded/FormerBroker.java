package dev.partyline.api.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker that lay in this directory before and did not stop cleanly. Its controller must find it gone before it comes
 * back. Else its transaction coordinator sends the end of the transactions that were open while the broker does not
 * listen, and in the moment in which the partitions have no leader takes them for deleted: the transaction counts as
 * ended, its markers are never written, and no reader of committed data passes that place again (seen with Kafka 4.3.1).
 */
final class FormerBroker {
    private static final Logger LOG = LoggerFactory.getLogger(FormerBroker.class);
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";
    private static final String FORMATTED = "meta.properties";
    private static final String FENCED_BROKERS = "kafka.controller:type=KafkaController,name=FencedBrokerCount";
    private static final int SESSION_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path logs;

    FormerBroker(Path logs) {
        this.logs = logs;
    }

    /** Whether there was one that did not stop cleanly. To be asked before the directory is formatted. */
    boolean crashed() {
        return Files.exists(logs.resolve(FORMATTED)) && !Files.exists(logs.resolve(CLEAN_SHUTDOWN));
    }

    /** Runs the controller alone until it has found that the broker is gone. */
    void fence() {
        Map<String, Object> settings = BrokerSettings.ofControllerAlone(logs, Loopback.freePort(), SESSION_MILLIS);
        KafkaRaftServer controller = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        try {
            controller.startup();
            awaitFenced();
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static void awaitFenced() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (fencedBrokers() < 1) {
            if (System.nanoTime() > deadline) {
                LOG.warn("the controller has not fenced the crashed broker within {}: going on without", PATIENCE);
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private static int fencedBrokers() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName metric = new ObjectName(FENCED_BROKERS);
            return server.isRegistered(metric) ? (int) server.getAttribute(metric, "Value") : 0;
        } catch (JMException e) {
            throw new IllegalStateException("Kafka's controller does not say how many brokers are fenced", e);
        }
    }
}
