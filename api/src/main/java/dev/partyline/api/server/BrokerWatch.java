package dev.partyline.api.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka every other second whether it is there, so that whoever wants to know need not wait for the answer. */
final class BrokerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    /** Silence for longer than this is absence. */
    private static final Duration LATELY = Duration.ofSeconds(10);

    private final Admin admin;
    private final ScheduledExecutorService timer;
    private volatile long lastAnswer = System.nanoTime();
    private volatile boolean answering = true;

    private BrokerWatch(Admin admin) {
        this.admin = admin;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "broker-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param clients what a client of Kafka's is configured with */
    static BrokerWatch start(Map<String, Object> clients) {
        BrokerWatch watch = new BrokerWatch(Admin.create(clients));
        watch.begin();
        return watch;
    }

    /** Whether Kafka has answered lately. Does not block. */
    boolean reachable() {
        return System.nanoTime() - lastAnswer < LATELY.toNanos();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(Duration.ZERO);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // look() lets nothing through that would end the schedule
    private void begin() {
        timer.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        DescribeClusterOptions soon = new DescribeClusterOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
        try {
            admin.describeCluster(soon).nodes().get();
            lastAnswer = System.nanoTime();
            say(true, "");
        } catch (ExecutionException e) {
            say(false, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once when it goes, and once when it is back. */
    private void say(boolean answers, String why) {
        if (answers && !answering) {
            LOG.info("Kafka answers again");
        } else if (!answers && answering) {
            LOG.warn("Kafka does not answer: {}", why);
        }
        answering = answers;
    }
}
