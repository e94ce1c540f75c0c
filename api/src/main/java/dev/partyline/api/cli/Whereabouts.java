package dev.partyline.api.cli;

import dev.partyline.api.config.ConfigFile;
import dev.partyline.api.config.ServerConfig;
import dev.partyline.api.deadletters.DeadLetters;
import dev.partyline.schemas.registry.RegistryConfig;
import dev.partyline.schemas.serde.AnyAvro;
import dev.partyline.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Of which installation: the options that say so, for commands that look at one that is running. */
final class Whereabouts {
    private static final long REGISTRY_ANSWERS_WITHIN_MS = 5_000;

    @ArgGroup(exclusive = true, multiplicity = "1", heading = "Of which installation:%n")
    private Choice choice = new Choice();

    /** A server's configuration, or addresses. */
    static final class Choice {
        @Option(
                names = "--config",
                paramLabel = "FILE",
                required = true,
                description = "The configuration (YAML) of its servers.")
        private @Nullable Path config;

        @ArgGroup(exclusive = false)
        private Running running = new Running();
    }

    /** One such as {@code ./partyline dev}. */
    static final class Running {
        @Option(
                names = "--kafka",
                paramLabel = "HOST:PORT",
                required = true,
                description = "Its Kafka, such as that of ./partyline dev.")
        private String kafka = "";

        @Option(
                names = "--registry",
                paramLabel = "URL",
                description = "Its schema registry, by which values can be shown.")
        private @Nullable String registry;
    }

    /** Its dead letters, having looked whether there are any to be had. */
    DeadLetters deadLetters() {
        DeadLetters letters = choice.config == null
                ? new DeadLetters(
                        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, choice.running.kafka),
                        new Topics(Topics.DEFAULT_PREFIX))
                : ofServer(config(choice.config));
        letters.check();
        return letters;
    }

    /** How its values are read; empty: it was not said where the registry is. */
    Optional<AnyAvro> values() {
        Map<String, Object> settings = new HashMap<>();
        if (choice.config != null) {
            settings.putAll(config(choice.config).values().config());
        } else if (choice.running.registry != null) {
            settings.put(RegistryConfig.URL, choice.running.registry);
        } else {
            return Optional.empty();
        }
        settings.put(RegistryConfig.RETRY_TIMEOUT, REGISTRY_ANSWERS_WITHIN_MS);
        return Optional.of(new AnyAvro(settings));
    }

    /** The same options again, for a command that is proposed. */
    String options() {
        return choice.config == null ? "--kafka " + choice.running.kafka : "--config " + choice.config;
    }

    private static ServerConfig config(Path file) {
        return ConfigFile.read(file, System.getenv());
    }

    private static DeadLetters ofServer(ServerConfig config) {
        return new DeadLetters(config.kafka().clients(), config.topics().topics());
    }
}
