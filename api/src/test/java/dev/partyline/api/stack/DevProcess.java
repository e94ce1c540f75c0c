package dev.partyline.api.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code partyline dev} in a process of its own, that can be killed as by {@code kill -9}. */
final class DevProcess implements AutoCloseable {
    private final Process process;

    private DevProcess(Process process) {
        this.process = process;
    }

    static DevProcess start(Path data, int kafkaPort, int registryPort) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.partyline.api.cli.Main",
                "dev",
                "--port=0",
                "--kafka-port=" + kafkaPort,
                "--registry-port=" + registryPort,
                "--data=" + data);
        // Kept for who wants to know why a test failed.
        Path log = Path.of("target", "dev-" + kafkaPort + ".log");
        return new DevProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing is flushed, closed or said. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, as from Ctrl-C; then SIGKILL, if it does not end. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
