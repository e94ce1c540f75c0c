package dev.partyline.api.replay;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header, plain or gzip by its content. Columns are found by name; others are ignored. */
final class CsvFile {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final List<String> columns;

    CsvFile(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads the whole file.
     *
     * @param parse makes of the fields, in the order of the columns, what the line means; an IllegalArgumentException
     *     says why it means nothing
     * @throws IOException when the file cannot be read, is cut off, or has not these columns
     */
    <T> List<T> read(Function<List<String>, T> parse, Consumer<BadLine> bad) throws IOException {
        List<T> parsed = new ArrayList<>();
        try (LineNumberReader lines = new LineNumberReader(open())) {
            List<Integer> places = places(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    continue;
                }
                try {
                    parsed.add(parse.apply(pick(CsvLine.split(line), places)));
                } catch (IllegalArgumentException e) {
                    bad.accept(new BadLine(file, lines.getLineNumber(), String.valueOf(e.getMessage())));
                }
            }
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return parsed;
    }

    private BufferedReader open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        boolean gzip = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        return new BufferedReader(
                new InputStreamReader(gzip ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }

    private List<Integer> places(@Nullable String header) throws IOException {
        if (header == null) {
            throw new IOException("is empty; its first line must name the columns " + String.join(",", columns));
        }
        List<String> names = List.of(header.replace(BYTE_ORDER_MARK, "").strip().split(",", -1));
        for (String column : columns) {
            if (!names.contains(column)) {
                throw new IOException("has no column " + column + "; its first line must name the columns "
                        + String.join(",", columns));
            }
        }
        return columns.stream().map(names::indexOf).toList();
    }

    private List<String> pick(List<String> fields, List<Integer> places) {
        List<String> picked = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            if (places.get(i) >= fields.size()) {
                throw new IllegalArgumentException(
                        columns.get(i) + " is missing: the line has " + fields.size() + " fields");
            }
            picked.add(fields.get(places.get(i)));
        }
        return picked;
    }
}
