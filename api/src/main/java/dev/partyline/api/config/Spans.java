package dev.partyline.api.config;

import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Durations as people write them: {@code 500ms}, {@code 20s}, {@code 5m}. */
final class Spans {
    private Spans() {}

    /** @throws IllegalArgumentException when it is none */
    static Duration parse(String text) {
        return io.dropwizard.util.Duration.parse(text).toJavaDuration();
    }

    /** Accepts durations up to {@code longest}. */
    static ConfigDef.Validator upTo(Duration longest) {
        return (name, value) -> {
            if (parsed(name, (String) value).compareTo(longest) > 0) {
                throw new ConfigException(name, value, "Value must be no more than " + longest.toSeconds() + "s");
            }
        };
    }

    private static Duration parsed(String name, String value) {
        try {
            return parse(value);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, "Not a duration, such as 500ms, 20s or 5m");
        }
    }
}
