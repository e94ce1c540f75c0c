package dev.partyline.topology.query.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/checks.md names every rule and every action, in their order, and says which rules allow. */
class ChecksDocumentationTest {
    private static final Pattern RULE = Pattern.compile("(?m)^\\| ([A-Z0-9_]+) \\| (yes|no) \\|");
    private static final Pattern ACTION =
            Pattern.compile("(?m)^\\| ([A-Z_]+) \\| (?:a number|the workspace|a record) \\|");

    @Test
    void everyRuleStandsThere() throws IOException {
        List<String> rules = Arrays.stream(CheckRule.values())
                .map(rule -> rule + (rule.allows() ? " yes" : " no"))
                .toList();
        assertThat(RULE.matcher(page()).results().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(rules);
    }

    @Test
    void everyActionStandsThere() throws IOException {
        assertThat(ACTION.matcher(page()).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(Action.values()).map(Action::name).toList());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "checks.md"));
    }
}
