package dev.partyline.schemas.topic;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How a producer of events is configured: each is taken once, in order, or the producer says so. */
public final class Publishing {
    private Publishing() {}

    /** {@code kafka}, and what that takes. */
    public static Map<String, Object> config(Map<String, ?> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        // Of two on their way to a partition that is new, the second may be taken alone; the first never is then
        // (KAFKA-15591).
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return config;
    }
}
