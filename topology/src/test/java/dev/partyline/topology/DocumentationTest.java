package dev.partyline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.topology.intake.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/ names exists: files in architecture.md, tests in bad-input.md. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern FILE = Pattern.compile("`([A-Za-z]+\\.(?:java|avsc))`");

    private static final Pattern TEST_METHOD = Pattern.compile("`([A-Za-z]+Test)\\.([A-Za-z0-9]+)`");

    @Test
    void everyRowOfBadInputNamesATestThatExists() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/bad-input.md")).stream()
                .dropWhile(line -> !line.startsWith("| kind "))
                .skip(2)
                .takeWhile(line -> line.startsWith("| "))
                .toList();

        assertThat(rows).hasSizeGreaterThan(14);
        for (String row : rows) {
            List<MatchResult> tests = TEST_METHOD.matcher(row).results().toList();
            assertThat(tests).as(row).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(isTest(test.group(1), test.group(2)))
                        .as(test.group())
                        .isTrue();
            }
        }
    }

    @Test
    void everyReasonOfADeadLetterStandsInBadInput() throws IOException {
        String text = Files.readString(ROOT.resolve("docs/bad-input.md"));
        for (DeadLetter.Reason reason : DeadLetter.Reason.values()) {
            assertThat(text).contains("`" + reason + "`");
        }
    }

    @Test
    void everyFileNamedInTheArchitectureExists() throws IOException {
        Matcher matcher = FILE.matcher(Files.readString(ROOT.resolve("docs/architecture.md")));
        Set<String> named =
                matcher.results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(sources()).containsAll(named);
    }

    /** Whether a class of this name, in whatever package, has such a test. */
    private static boolean isTest(String name, String method) throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                20,
                (path, attributes) ->
                        path.endsWith(name + ".java") && path.toString().contains("/src/test/"))) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                int found = source.indexOf("    void " + method + "(");
                String annotations = source.substring(source.lastIndexOf("\n    }\n", found) + 1, Math.max(0, found));
                if (annotations.contains("@Test") || annotations.contains("@ParameterizedTest")) {
                    return true;
                }
            }
            return false;
        }
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
