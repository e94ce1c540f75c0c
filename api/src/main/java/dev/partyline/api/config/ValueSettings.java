package dev.partyline.api.config;

import dev.partyline.schemas.registry.RegistryConfig;
import dev.partyline.schemas.serde.AvroSerdes;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How values are written and read.
 *
 * @param serdeClass class name of the Avro serde
 * @param config what it is configured with, the registry's URL among it; may hold secrets
 */
public record ValueSettings(String serdeClass, Map<String, Object> config) {
    public ValueSettings {
        config = Map.copyOf(config);
    }

    static ValueSettings of(AbstractConfig values) {
        Map<String, Object> config = new HashMap<>(values.originalsWithPrefix(ConfigKeys.REGISTRY_PROPERTIES));
        config.put(RegistryConfig.URL, values.getString(ConfigKeys.REGISTRY_URL));
        return new ValueSettings(values.getString(ConfigKeys.SERDE_CLASS), config);
    }

    /** The registry's URLs, separated by commas. */
    public String registryUrl() {
        return String.valueOf(config.get(RegistryConfig.URL));
    }

    /** Serdes for the topics' values. */
    public AvroSerdes serdes() {
        return new AvroSerdes(serdeClass, config);
    }

    /** Names the properties without their values. */
    @Override
    public String toString() {
        return serdeClass + " " + registryUrl() + " " + new TreeSet<>(config.keySet());
    }
}
