package dev.partyline.api.faults;

import dev.partyline.api.stack.Surroundings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Each engine's state on a file system of its own in memory, which can be filled to the last byte. Needs root. */
final class SmallDisks implements Machine {
    private static final String SIZE = "size=512m";
    private static final String BALLAST = "ballast";
    private static final int BLOCK = 1 << 20;

    private final Path directory;
    private final List<Path> disks = new ArrayList<>();

    SmallDisks(Path directory) {
        this.directory = directory;
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public Path state(int seat) throws IOException {
        Path disk = Files.createDirectories(directory.resolve("disk-" + seat));
        Shell.run("mount", "-t", "tmpfs", "-o", SIZE, "partyline-faults", disk.toString());
        disks.add(disk);
        return Files.createDirectories(disk.resolve("state-" + seat));
    }

    @Override
    public Surroundings surroundings(int seat) {
        return Surroundings.OWN;
    }

    /** Leaves no room on any of them. */
    void fill() throws IOException {
        for (Path disk : disks) {
            fill(disk.resolve(BALLAST));
        }
    }

    void free() throws IOException {
        for (Path disk : disks) {
            Files.deleteIfExists(disk.resolve(BALLAST));
        }
    }

    @Override
    public void close() {
        for (Path disk : disks) {
            try {
                Shell.run("umount", "--lazy", disk.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void fill(Path ballast) throws IOException {
        for (int size = BLOCK; size > 0; size /= 2) {
            append(ballast, size);
        }
    }

    /** Blocks of this size until there is no more room for one. */
    private static void append(Path ballast, int size) throws IOException {
        byte[] block = new byte[size];
        try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }
}
