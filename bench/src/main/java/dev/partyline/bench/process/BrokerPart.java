package dev.partyline.bench.process;

import dev.partyline.api.embedded.EmbeddedBroker;
import dev.partyline.api.registry.EmbeddedRegistry;
import java.nio.file.Path;
import java.util.List;

/** A broker and a registry on loopback. Setting {@code data}: their directory. Answers where they are, with a space between. */
public final class BrokerPart implements Part {
    private List<AutoCloseable> running = List.of();

    @Override
    public String start(Settings settings) {
        Path data = Path.of(settings.text("data"));
        EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), 0);
        EmbeddedRegistry registry = EmbeddedRegistry.start(data.resolve("registry"), 0);
        running = List.of(registry, broker);
        return broker.bootstrapServers() + " " + registry.uri();
    }

    @Override
    public void stop() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
        running = List.of();
    }
}
