package dev.partyline.api.faults;

import dev.partyline.api.client.EngineLag;
import dev.partyline.api.stack.EngineReport;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;

/** Waits until an installation is well again, by itself. */
final class Recovery implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Site site;
    private final Load load;
    private final EngineLag lag;

    Recovery(Site site, Load load) {
        this.site = site;
        this.load = load;
        this.lag = new EngineLag(site.setup().connection());
    }

    /** How long it takes until both engines are ready and have taken in all that was published before the call. */
    Duration await() throws IOException {
        long begin = System.nanoTime();
        load.flush();
        while (!ready() || !allTakenIn()) {
            if (System.nanoTime() - begin > DEADLINE.toNanos()) {
                throw new AssertionError("not recovered within " + DEADLINE + ": engines " + site.reports());
            }
            site.hold(LOOK);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        lag.close();
    }

    private boolean ready() {
        return site.reports().stream().allMatch(EngineReport::ready);
    }

    private boolean allTakenIn() {
        try {
            return lag.behind() == 0;
        } catch (IllegalStateException | KafkaException e) {
            return false; // Kafka has come back a moment ago.
        }
    }
}
