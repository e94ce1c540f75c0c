package dev.partyline.api.config;

import dev.partyline.schemas.topic.PartitionGroup;
import java.util.TreeSet;

/** A configuration in a few lines, for people: what it comes to, without a secret. */
public final class ConfigSummary {
    private ConfigSummary() {}

    public static String of(ServerConfig config) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Kafka",
                config.kafka().bootstrapServers()
                        + names(config.kafka().properties().keySet()));
        line(text, "registry", config.values().registryUrl());
        line(text, "topics", topics(config.topics()));
        line(text, "engine", engine(config.engine()));
        line(text, "API", http(config));
        line(
                text,
                "tokens",
                "of " + config.auth().issuer() + " for " + config.auth().audience());
        line(
                text,
                "cluster",
                config.http().advertised().map(at -> "others reach it at " + at).orElse("alone"));
        return text.toString();
    }

    private static String names(Iterable<String> properties) {
        TreeSet<String> names = new TreeSet<>();
        properties.forEach(names::add);
        return names.isEmpty() ? "" : " with " + String.join(", ", names);
    }

    private static String topics(TopicSettings topics) {
        int changes = topics.layout().of(PartitionGroup.WORKSPACE);
        int records = topics.layout().of(PartitionGroup.NUMBER);
        int feeds = topics.layout().of(PartitionGroup.USER);
        return topics.topics().prefix() + "*; partitions: " + changes + " of changes, " + records + " of records, "
                + feeds + " of feeds";
    }

    private static String engine(EngineSettings engine) {
        return engine.applicationId() + ", " + engine.threads() + " threads, standbys " + engine.standbys()
                + ", state in " + engine.stateDirectory();
    }

    private static String http(ServerConfig config) {
        String scheme = config.http().listeners().tls().isPresent() ? "https://" : "http://";
        return scheme + config.http().listeners().api() + ", health and metrics on " + scheme
                + config.http().listeners().admin();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-9s %s%n", name, value));
    }
}
