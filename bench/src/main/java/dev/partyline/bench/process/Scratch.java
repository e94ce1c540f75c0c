package dev.partyline.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary directory that is gone, with all in it, when it is closed, unless it is to be kept. */
public final class Scratch implements AutoCloseable {
    private static final int TRIES = 5;

    private final Path path;
    private boolean kept;

    private Scratch(Path path) {
        this.path = path;
    }

    public static Scratch create() throws IOException {
        return new Scratch(Files.createTempDirectory("partyline-bench-"));
    }

    public Path path() {
        return path;
    }

    /** Leaves it, and what is in it, to whoever looks for what went wrong. */
    public void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (!kept) {
            delete(path);
        }
    }

    /** Deletes a directory, with all in it; files that go meanwhile by themselves do not matter. */
    static void delete(Path directory) {
        for (int i = 0; i < TRIES && Files.exists(directory); i++) {
            try (Stream<Path> files = Files.walk(directory)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException | UncheckedIOException e) {
                continue; // somebody else deletes here, too
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + directory, e);
            }
        }
    }
}
