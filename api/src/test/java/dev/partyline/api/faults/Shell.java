package dev.partyline.api.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Commands of the system, most of which root alone may call. */
final class Shell {
    private Shell() {}

    /** @throws IOException when it fails, with what it said */
    static void run(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted in " + String.join(" ", command), e);
        }
    }

    /** Whether it succeeds. */
    static boolean can(String... command) {
        try {
            run(command);
            return true;
        } catch (IOException e) {
            return false; // What cannot be started cannot be done either.
        }
    }
}
