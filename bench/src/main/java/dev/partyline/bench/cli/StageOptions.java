package dev.partyline.bench.cli;

import dev.partyline.bench.process.ProducerSettings;
import dev.partyline.bench.process.StageSettings;
import dev.partyline.bench.report.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How processes are run: options that most benchmarks have. */
final class StageOptions {
    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of each topic (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Threads of the engine and of the peer (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "1g",
            description = "Heap of each of them (default: ${DEFAULT-VALUE}).")
    private String heap = "1g";

    @Option(
            names = "--kafka",
            paramLabel = "KEY=VALUE",
            description = "A setting of Streams' for engine, peer and floor instead of the engine's own, such as"
                    + " commit.interval.ms=200 or producer.linger.ms=20. As often as you like.")
    private Map<String, String> kafka = new LinkedHashMap<>();

    @Option(
            names = "--engine-java",
            paramLabel = "OPTION",
            description = "An option for the engine's Java, such as -XX:StartFlightRecording=filename=engine.jfr.")
    private List<String> engineJava = List.of();

    StageSettings settings() {
        return new StageSettings(partitions, threads, heap, kafka, engineJava);
    }

    /** The machine, and what was chosen here. */
    Map<String, String> facts() {
        Map<String, String> facts = Machine.facts();
        facts.put("broker", "one, KRaft, its own process on the same machine, heap 1g, no fsync per write");
        facts.put("partitions", Integer.toString(partitions));
        facts.put("threads", Integer.toString(threads));
        facts.put("heap", heap);
        facts.put("settings", ProducerSettings.with(kafka).toString());
        return facts;
    }
}
