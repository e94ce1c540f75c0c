package dev.partyline.schemas.serde;

import dev.partyline.schemas.registry.RegistryClients;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;

/** Serdes of topic values, of the class that the configuration names. */
public final class AvroSerdes {
    /** The serde that is used when none is named. */
    public static final String DEFAULT_SERDE = ConfluentAvroSerde.class.getName();

    private static final String KEY = "serde";

    private final Class<?> serdeClass;
    private final Map<String, Object> config;

    /**
     * @param serdeClass name of a class that implements Serde and has a public constructor without parameters
     * @param config what each serde is configured with
     * @throws ConfigException when there is no such class, or with {@link #DEFAULT_SERDE} a setting is unusable
     */
    public AvroSerdes(String serdeClass, Map<String, Object> config) {
        this.serdeClass = load(serdeClass);
        this.config = new HashMap<>(config);
        if (this.serdeClass == ConfluentAvroSerde.class) {
            this.config.put(RegistryClients.INSTANCE, RegistryClients.of(config));
        }
    }

    /** A new serde for values of this class, configured. Who uses it closes it. */
    @SuppressWarnings("unchecked") // A serde class says nothing of what it serves; reading checks the value's class.
    public <V extends SpecificRecord> Serde<V> of(Class<V> value) {
        Serde<V> serde = (Serde<V>) instantiate();
        serde.configure(config, false);
        return serde;
    }

    private Object instantiate() {
        try {
            return serdeClass.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw unusable(serdeClass.getName(), "its constructor failed: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw unusable(serdeClass.getName(), "it has no public constructor without parameters");
        }
    }

    private static Class<?> load(String name) {
        Class<?> found;
        try {
            found = Class.forName(name, true, AvroSerdes.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw unusable(name, "no such class is on the class path: " + e);
        }
        if (!Serde.class.isAssignableFrom(found)) {
            throw unusable(name, "it does not implement " + Serde.class.getName());
        }
        return found;
    }

    private static ConfigException unusable(String name, String why) {
        return new ConfigException(KEY, name, why + "; the default is " + DEFAULT_SERDE);
    }
}
