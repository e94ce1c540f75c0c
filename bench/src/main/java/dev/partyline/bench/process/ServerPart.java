package dev.partyline.bench.process;

import dev.partyline.api.config.ConfigFile;
import dev.partyline.api.server.PartylineServer;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code partyline server} runs, so that it can be stopped and started while Java stays warm. Settings: {@code config},
 * its file; {@code ready}, whatever it says: answer only when it is ready. Answers the API's address.
 */
public final class ServerPart implements Part {
    private @Nullable PartylineServer server;

    @Override
    public String start(Settings settings) throws InterruptedException {
        Path config = Path.of(settings.text("config"));
        PartylineServer started = PartylineServer.start(ConfigFile.read(config, Map.of()), config.toString());
        server = started;
        if (settings.has("ready")) {
            started.awaitReady();
        }
        return started.api().uri().toString();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
        server = null;
    }
}
