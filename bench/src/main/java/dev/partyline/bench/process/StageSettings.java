package dev.partyline.bench.process;

import java.util.List;
import java.util.Map;

/**
 * How a benchmark's processes are run.
 *
 * @param partitions of each topic
 * @param threads stream threads of the engine and of the peer
 * @param heap of the engine and the peer each, as Java's -Xmx takes it
 * @param kafka Kafka's and Streams' settings for engine, floor and peer that differ from the engine's own
 * @param serverOptions further options for the Java of servers
 */
public record StageSettings(
        int partitions, int threads, String heap, Map<String, String> kafka, List<String> serverOptions) {
    public StageSettings {
        kafka = Map.copyOf(kafka);
        serverOptions = List.copyOf(serverOptions);
    }
}
