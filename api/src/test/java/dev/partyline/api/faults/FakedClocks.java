package dev.partyline.api.faults;

import dev.partyline.api.stack.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The engines' clocks can be stepped, each by itself: libfaketime, of Debian's package faketime, stands in for the real one. */
final class FakedClocks implements Machine {
    static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private final Path directory;
    private final Machine machine;

    FakedClocks(Path directory) {
        this.directory = directory;
        this.machine = Machine.plain(directory);
    }

    @Override
    public String host() {
        return machine.host();
    }

    @Override
    public Path state(int seat) throws IOException {
        return machine.state(seat);
    }

    @Override
    public Surroundings surroundings(int seat) {
        try {
            step(seat, Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Surroundings(
                List.of(),
                Map.of(
                        "LD_PRELOAD", LIBRARY.toString(),
                        "FAKETIME_TIMESTAMP_FILE", file(seat).toString(),
                        "FAKETIME_NO_CACHE", "1",
                        "DONT_FAKE_MONOTONIC", "1",
                        // Else it takes the JVM's timed waits, which go by the monotonic clock, for over at once.
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0"));
    }

    /** From now on the clock of that seat's engine is so far ahead of the real one. */
    void step(int seat, Duration ahead) throws IOException {
        Path draft = directory.resolve("clock-" + seat + ".new");
        Files.writeString(draft, "+" + ahead.toSeconds() + "\n");
        Files.move(draft, file(seat), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        machine.close();
    }

    private Path file(int seat) {
        return directory.resolve("clock-" + seat).toAbsolutePath();
    }
}
