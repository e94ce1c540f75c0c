package dev.partyline.api.server;

import dev.partyline.api.config.ServerConfig;
import dev.partyline.api.config.ValueSettings;
import dev.partyline.schemas.registry.HttpRegistryClient;
import dev.partyline.schemas.registry.RegistryConfig;
import dev.partyline.schemas.registry.RegistryRefusedException;
import dev.partyline.schemas.registry.RegistryUnavailableException;
import dev.partyline.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** What an instance stands on, Kafka and the registry: waited for as long as the configuration says, and no longer. */
public final class Surroundings {
    private Surroundings() {}

    /**
     * A client of the Kafka that is configured, which has answered. The caller closes it.
     *
     * @throws IllegalStateException when Kafka does not answer in time, or refuses; the message names the key to look at
     */
    public static Admin kafka(ServerConfig config) {
        try {
            Admin admin = Admin.create(config.kafka().clients());
            try {
                askForBrokers(admin, config.engine().startTimeout());
                return admin;
            } catch (RuntimeException e) {
                admin.close(Duration.ZERO);
                throw e;
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw noKafka(config, e);
        }
    }

    private static void askForBrokers(Admin admin, Duration patience) {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs((int) patience.toMillis()))
                    .nodes()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Returns when the registry answers. A serde of others knows its registry itself: then there is nothing to wait for.
     *
     * @throws IllegalStateException when it does not answer in time, or refuses; the message names the key to look at
     */
    public static void awaitRegistry(ServerConfig config) {
        ValueSettings values = config.values();
        if (!values.serdeClass().equals(AvroSerdes.DEFAULT_SERDE)) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(values.config());
        settings.put(
                RegistryConfig.RETRY_TIMEOUT, config.engine().startTimeout().toMillis());
        try {
            new HttpRegistryClient(new RegistryConfig(settings)).requireReachable();
        } catch (RegistryUnavailableException | RegistryRefusedException e) {
            throw new IllegalStateException(
                    e.getMessage() + "\n  Look at registry.url and registry.properties of the configuration.", e);
        }
    }

    private static IllegalStateException noKafka(ServerConfig config, Throwable cause) {
        Throwable reason = cause.getCause() == null ? cause : cause.getCause();
        return new IllegalStateException(
                "no Kafka answers at " + config.kafka().bootstrapServers() + " within "
                        + config.engine().startTimeout().toSeconds() + " s: " + reason.getMessage()
                        + "\n  Look at kafka.bootstrap-servers, and at kafka.properties if it asks for TLS or a password.",
                cause);
    }
}
