package dev.partyline.api.config;

import org.apache.kafka.common.config.AbstractConfig;

/**
 * What is logged, and how.
 *
 * @param level the least serious that is logged of Partyline's own doings: ERROR, WARN, INFO, DEBUG or TRACE
 * @param json a JSON object a line, for machines; else text, for people
 */
public record LogSettings(String level, boolean json) {
    static LogSettings of(AbstractConfig values) {
        return new LogSettings(
                values.getString(ConfigKeys.LOG_LEVEL),
                values.getString(ConfigKeys.LOG_FORMAT).equals("json"));
    }
}
