package dev.partyline.api.faults;

import dev.partyline.api.stack.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an installation stands on: the network and the disks of its engines. Closing it leaves nothing behind. */
interface Machine extends AutoCloseable {
    /** Where the broker and the registry listen. */
    String host();

    /** The state directory of the engine at so many a seat. */
    Path state(int seat) throws IOException;

    /** Where that engine runs. */
    Surroundings surroundings(int seat);

    @Override
    void close();

    /** This machine as it is. */
    static Machine plain(Path directory) {
        return new Machine() {
            @Override
            public String host() {
                return "127.0.0.1";
            }

            @Override
            public Path state(int seat) throws IOException {
                return Files.createDirectories(directory.resolve("state-" + seat));
            }

            @Override
            public Surroundings surroundings(int seat) {
                return Surroundings.OWN;
            }

            @Override
            public void close() {}
        };
    }
}
