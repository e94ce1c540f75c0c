package dev.partyline.api.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code schemas.jsonl}: one event per line, only ever appended to, on the disk before {@link #append} returns.
 * A last line without its end was never answered for: it is cut off when the file is opened. One process at a time.
 */
final class RegistryJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryJournal.class);
    private static final String FILE = "schemas.jsonl";

    private final Path file;
    private final FileChannel channel;
    private final ObjectMapper json = new ObjectMapper();

    private RegistryJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws IOException when the file cannot be used, or another process uses it */
    static RegistryJournal open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(file, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new RegistryJournal(file, channel);
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(file + " is in use by another registry of this process", e);
        }
        throw new IOException(file + " is in use by another process");
    }

    /** All events, oldest first. To be called once, before {@link #append}. */
    List<RegistryEvent> replay() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<RegistryEvent> events = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                events.add(parse(new String(bytes, begin, i - begin, StandardCharsets.UTF_8), events.size() + 1));
                begin = i + 1;
            }
        }
        if (begin < bytes.length) {
            LOG.warn("{}: cutting off {} bytes of a line that was never finished", file, bytes.length - begin);
            channel.truncate(begin);
        }
        channel.position(begin);
        return events;
    }

    /** Returns when {@code event} is on the disk. When it throws, the file is as before. */
    void append(RegistryEvent event) throws IOException {
        long end = channel.position();
        try {
            ByteBuffer line = StandardCharsets.UTF_8.encode(json.writeValueAsString(event) + "\n");
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(end);
            channel.position(end);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private RegistryEvent parse(String line, int number) throws IOException {
        try {
            return json.readValue(line, RegistryEvent.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ", line " + number + " is damaged: " + e.getOriginalMessage(), e);
        }
    }
}
