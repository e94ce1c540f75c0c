package dev.partyline.schemas.serde;

import dev.partyline.schemas.registry.RegistryClient;
import dev.partyline.schemas.registry.RegistryClients;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Values in the Confluent wire format, subjects by TopicNameStrategy ({@code <topic>-value}); null is null. Configured
 * under Confluent's names: see {@link dev.partyline.schemas.registry.RegistryConfig}, and {@link #AUTO_REGISTER}. For
 * values only; safe for many threads.
 *
 * <p>The deserializer gives the generated class that the <em>writer's</em> schema names, which need not be {@code V}:
 * who reads a topic that others write checks the class. It throws {@link UnreadableMessageException} when the message is
 * at fault, and RegistryUnavailableException when the registry is.
 */
public final class ConfluentAvroSerde<V extends SpecificRecord> implements Serde<V> {
    /** Whether schemas are registered on first use, by default true. False: they must have been registered before. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /** Not supported: configuring the serde with it fails. */
    public static final String USE_LATEST_VERSION = "use.latest.version";

    private @Nullable Serializer<V> serializer;
    private @Nullable Deserializer<V> deserializer;

    /** To be followed by {@link #configure}. */
    public ConfluentAvroSerde() {}

    /** @throws org.apache.kafka.common.config.ConfigException when a setting is unusable; the message names it */
    @Override
    @SuppressWarnings("unchecked") // The class of a value is the message's: see above.
    public void configure(Map<String, ?> configs, boolean isKey) {
        SerdeSettings settings = new SerdeSettings(configs, isKey);
        RegistryClient registry = RegistryClients.of(configs);
        serializer = new AvroMessageSerializer<>(registry, settings.autoRegister());
        deserializer = (Deserializer<V>) new AvroMessageDeserializer(registry);
    }

    @Override
    public Serializer<V> serializer() {
        return configured(serializer);
    }

    @Override
    public Deserializer<V> deserializer() {
        return configured(deserializer);
    }

    private static <T> T configured(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("configure the serde before it is used");
        }
        return part;
    }
}
