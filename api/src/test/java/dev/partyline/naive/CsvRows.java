package dev.partyline.naive;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the call logs' CSV: a header line, no quotes, plain or gzip. */
final class CsvRows {
    private static final int GZIP_FIRST_BYTE = 0x1f;

    private CsvRows() {}

    /**
     * Hands every row behind the header to {@code row}.
     *
     * @param header the first line that the file must have
     * @throws IllegalArgumentException when a line has another form; the message names file and line
     */
    static void read(Path file, String header, Consumer<String[]> row) throws IOException {
        int columns = header.split(",", -1).length;
        try (BufferedReader reader = open(file)) {
            if (!header.equals(reader.readLine())) {
                throw new IllegalArgumentException(file + ":1: the first line must be " + header);
            }
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String[] fields = line.split(",", -1);
                if (fields.length != columns) {
                    throw new IllegalArgumentException(file + ":" + number + ": not " + columns + " fields: " + line);
                }
                row.accept(fields);
            }
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(1);
        int first = bytes.read();
        bytes.reset();
        InputStream plain = first == GZIP_FIRST_BYTE ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
