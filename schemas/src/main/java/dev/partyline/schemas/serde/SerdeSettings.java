package dev.partyline.schemas.serde;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** What the serde itself is told; the rest of its configuration is the registry's. */
final class SerdeSettings extends AbstractConfig {
    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    ConfluentAvroSerde.AUTO_REGISTER,
                    BOOLEAN,
                    true,
                    HIGH,
                    "Register schemas on first use; false: they must be registered before.")
            .define(ConfluentAvroSerde.USE_LATEST_VERSION, BOOLEAN, false, LOW, "Not supported.");

    private static final Set<String> NAME_STRATEGIES =
            Set.of("key.subject.name.strategy", "value.subject.name.strategy");
    private static final String TOPIC_NAME_STRATEGY = "TopicNameStrategy";

    SerdeSettings(Map<String, ?> settings, boolean isKey) {
        super(DEFINITION, settings, false);
        if (isKey) {
            throw new ConfigException(
                    ConfluentAvroSerde.class.getName() + " is for values; keys are UTF-8 strings: use StringSerde");
        }
        if (getBoolean(ConfluentAvroSerde.USE_LATEST_VERSION)) {
            throw new ConfigException(
                    ConfluentAvroSerde.USE_LATEST_VERSION,
                    true,
                    "is not supported: values are written with the schema they were built with; remove it, and set "
                            + ConfluentAvroSerde.AUTO_REGISTER + "=false if schemas are registered beforehand");
        }
        NAME_STRATEGIES.forEach(key -> requireTopicName(key, settings.get(key)));
    }

    boolean autoRegister() {
        return getBoolean(ConfluentAvroSerde.AUTO_REGISTER);
    }

    private static void requireTopicName(String key, @Nullable Object strategy) {
        String name = strategy instanceof Class<?> type ? type.getName() : String.valueOf(strategy);
        if (strategy != null && !name.endsWith(TOPIC_NAME_STRATEGY)) {
            throw new ConfigException(key, name, "only " + TOPIC_NAME_STRATEGY + " is supported: <topic>-value");
        }
    }
}
