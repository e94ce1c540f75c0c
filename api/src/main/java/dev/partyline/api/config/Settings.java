package dev.partyline.api.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigValue;

/** The values of a file held against {@link ConfigKeys} and {@link ConfigRules}. An empty value is one that is not there. */
final class Settings {
    private static final int NOWHERE = 0;

    private final ConfigDef keys = ConfigKeys.definition();
    private final Map<String, ConfigEntry> entries = new HashMap<>();
    private final List<ConfigFault> faults = new ArrayList<>();

    Settings(Map<String, ConfigEntry> written) {
        written.forEach(this::take);
        for (ConfigValue value : keys.validate(texts())) {
            value.errorMessages().forEach(message -> refuse(value.name(), message));
        }
        ConfigRules.faults(entries.keySet()).forEach((key, message) -> faults.add(fault(key, message)));
    }

    /** Values that are wrong, keys that there are none of, and what the keys that there are must be together. */
    List<ConfigFault> faults() {
        return List.copyOf(faults);
    }

    /** Typed, with defaults. Only when there are no faults. */
    AbstractConfig values() {
        return new AbstractConfig(keys, texts(), false);
    }

    /** A fault of the value of {@code key}, with the line in which it stands. */
    ConfigFault fault(String key, String message) {
        ConfigEntry entry = entries.get(key);
        return new ConfigFault(key, entry == null ? NOWHERE : entry.line(), message);
    }

    private void take(String key, ConfigEntry entry) {
        boolean known = keys.names().contains(key);
        boolean section = entry.value().isEmpty() && hasSection(key);
        if (!known && !section && ConfigKeys.PASSED_ON.stream().noneMatch(key::startsWith)) {
            faults.add(new ConfigFault(key, entry.line(), "there is no such key" + NearestKey.hint(key, keys.names())));
        } else if (!entry.value().isEmpty()) {
            entries.put(key, entry);
        }
    }

    private boolean hasSection(String key) {
        String prefix = key + ".";
        return ConfigKeys.PASSED_ON.contains(prefix) || keys.names().stream().anyMatch(name -> name.startsWith(prefix));
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        entries.forEach((key, entry) -> texts.put(key, entry.value()));
        return texts;
    }

    /** Kafka's messages begin with value and key, which stand before ours already, and a secret must not. */
    private void refuse(String key, String message) {
        ConfigKey definition = keys.configKeys().get(key);
        String wanted = definition == null ? "" : "; it is " + definition.documentation;
        ConfigEntry entry = entries.get(key);
        if (entry == null) {
            faults.add(fault(key, "is missing" + wanted));
            return;
        }
        boolean secret = definition != null && definition.type == Type.PASSWORD;
        String why = message.replaceFirst("(?s)^.*? for configuration \\Q" + key + "\\E: ", "");
        faults.add(fault(key, (secret ? "" : "'" + entry.value() + "': ") + why + wanted));
    }
}
