package dev.partyline.api.config;

import dev.partyline.api.http.Limits;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How much one caller may ask for.
 *
 * @param body bytes of a request
 * @param batch changes or records in one request
 * @param streamsPerUser streams that one user may have open
 * @param maxWait the longest that a request may ask to wait
 */
public record LimitSettings(int body, int batch, int streamsPerUser, Duration maxWait) {
    static LimitSettings of(AbstractConfig values) {
        return new LimitSettings(
                values.getInt(ConfigKeys.BODY),
                values.getInt(ConfigKeys.BATCH),
                values.getInt(ConfigKeys.STREAMS_PER_USER),
                Spans.parse(values.getString(ConfigKeys.WAIT)));
    }

    /** As the API takes them. */
    public Limits limits() {
        Duration standard = Limits.DEFAULT.defaultWait();
        return new Limits(body, batch, standard.compareTo(maxWait) < 0 ? standard : maxWait, maxWait);
    }
}
