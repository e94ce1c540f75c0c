package dev.partyline.schemas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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

        /** All that the registry and readers go by. */
        JsonNode withoutDocs() {
            try {
                JsonNode schema = new ObjectMapper().readTree(path.toFile());
                schema.findParents("doc").forEach(each -> ((ObjectNode) each).remove("doc"));
                return schema;
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

    /** Of all versions, oldest first. */
    static List<SchemaFile> released() {
        return children(RELEASED).stream()
                .sorted(Comparator.comparing(Released::version))
                .flatMap(version -> in(version).stream())
                .toList();
    }

    /** Today's schema of the same name. */
    static Schema today(SchemaFile released) {
        return new SchemaFile(TODAY.resolve(released.name() + ".avsc")).schema();
    }

    private static Version version(Path directory) {
        return Version.parse(directory.getFileName().toString());
    }

    /** The newest released schema of the same name. */
    static SchemaFile newest(SchemaFile today) {
        return released().stream()
                .filter(file -> file.name().equals(today.name()))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new AssertionError(today.name() + " has never been released"));
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
