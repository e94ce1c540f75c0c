package dev.partyline.api.config;

import dev.partyline.api.http.Listener;
import dev.partyline.api.http.Listeners;
import dev.partyline.api.http.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;

/**
 * How this instance is reached.
 *
 * @param advertised {@code host:port} at which other instances reach this one's API
 * @param drain how long it serves on after it has said that it is not ready, when it stops
 */
public record HttpSettings(Listeners listeners, Optional<String> advertised, Duration drain) {
    static HttpSettings of(AbstractConfig values) {
        Listeners listeners = new Listeners(
                new Listener(values.getString(ConfigKeys.HOST), values.getInt(ConfigKeys.PORT)),
                new Listener(values.getString(ConfigKeys.ADMIN_HOST), values.getInt(ConfigKeys.ADMIN_PORT)),
                tls(values),
                Spans.parse(values.getString(ConfigKeys.GRACE)));
        return new HttpSettings(
                listeners,
                Optional.ofNullable(values.getString(ConfigKeys.ADVERTISED)),
                Spans.parse(values.getString(ConfigKeys.DRAIN)));
    }

    private static Optional<Tls> tls(AbstractConfig values) {
        String keystore = values.getString(ConfigKeys.KEYSTORE);
        Password password = values.getPassword(ConfigKeys.KEYSTORE_PASSWORD);
        if (keystore == null || password == null) {
            return Optional.empty();
        }
        return Optional.of(new Tls(Path.of(keystore), password.value(), values.getString(ConfigKeys.KEYSTORE_TYPE)));
    }
}
