package dev.partyline.schemas.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Schemas as files: today's, and those of every version ever released. */
final class Released {
    private static final Path TODAY = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("src/test/resources/released");

    private Released() {}

    /** A schema file. */
    record SchemaFile(Path path) {
        /** The name of the topic value it describes. */
        String name() {
            return path.getFileName().toString().replace(".avsc", "");
        }

        Schema schema() {
            try {
                return new Schema.Parser().parse(path.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(path + " is no schema", e);
            }
        }

        /** Where the committed bytes of a sample lie that was written with this schema. */
        Path bytesOf(String sample) {
            return path.resolveSibling(sample + ".hex");
        }

        @Override
        public String toString() {
            return path.subpath(path.getNameCount() - 2, path.getNameCount()).toString();
        }
    }

    static List<SchemaFile> today() {
        return in(TODAY);
    }

    /** Of all versions. */
    static List<SchemaFile> released() {
        return children(RELEASED).stream()
                .flatMap(version -> in(version).stream())
                .toList();
    }

    /** Today's schema of the same name. */
    static Schema today(SchemaFile released) {
        return new SchemaFile(TODAY.resolve(released.name() + ".avsc")).schema();
    }

    private static List<SchemaFile> in(Path directory) {
        return children(directory).stream()
                .filter(path -> path.toString().endsWith(".avsc"))
                .map(SchemaFile::new)
                .toList();
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
