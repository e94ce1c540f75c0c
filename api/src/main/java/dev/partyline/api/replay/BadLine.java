package dev.partyline.api.replay;

import java.nio.file.Path;

/**
 * A line that could not be used.
 *
 * @param line its number in the file, from 1
 */
record BadLine(Path file, long line, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
