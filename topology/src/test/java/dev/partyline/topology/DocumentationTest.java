package dev.partyline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that docs/architecture.md names exist. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern FILE = Pattern.compile("`([A-Za-z]+\\.(?:java|avsc))`");

    @Test
    void everyFileNamedInTheArchitectureExists() throws IOException {
        Matcher matcher = FILE.matcher(Files.readString(ROOT.resolve("docs/architecture.md")));
        Set<String> named =
                matcher.results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(sources()).containsAll(named);
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                20,
                (path, attributes) ->
                        attributes.isRegularFile() && path.toString().contains("/src/main/"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
