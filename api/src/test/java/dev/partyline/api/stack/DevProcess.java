package dev.partyline.api.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code partyline dev} in a process of its own. */
final class DevProcess {
    private DevProcess() {}

    static JavaProcess start(Path data, int kafkaPort, int registryPort) throws IOException {
        // Kept for who wants to know why a test failed.
        Path log = Path.of("target", "dev-" + kafkaPort + ".log");
        return JavaProcess.start(
                log,
                Map.of(),
                "dev",
                "--port=0",
                "--kafka-port=" + kafkaPort,
                "--registry-port=" + registryPort,
                "--data=" + data);
    }
}
