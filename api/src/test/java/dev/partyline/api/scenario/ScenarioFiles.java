package dev.partyline.api.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads scenario files. What they say and this does not know is an error that names the file, the case and the key. */
final class ScenarioFiles {
    /** {@code -Dscenario=GHL-4} plays the scenarios of that row alone. */
    private static final String ONLY = System.getProperty("scenario", "");

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "scenarios");
    private static final ObjectMapper MAPPER =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private ScenarioFiles() {}

    /** Every case of every file. */
    static List<Scenario> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases to be played. */
    static List<Scenario> wanted() {
        return all().stream()
                .filter(scenario -> ONLY.isEmpty() || scenario.ids().contains(ONLY))
                .toList();
    }

    static List<Scenario> read(Path path) {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        try {
            return read(name, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Scenario> read(String name, String text) {
        FileText file = parse(name, () -> MAPPER.treeToValue(MAPPER.readTree(text), FileText.class));
        List<Scenario> scenarios = new ArrayList<>();
        for (JsonNode each : file.cases()) {
            String where = name + ": case " + each.path("ids") + " " + each.path("title");
            CaseText written = parse(where, () -> MAPPER.treeToValue(each, CaseText.class));
            scenarios.add(new Scenario(
                    name,
                    written.ids(),
                    written.title(),
                    policy(file.preset(), written.policy()),
                    file.numbers(),
                    written.given() == null ? file.given() : written.given(),
                    steps(where, written.steps())));
        }
        return scenarios;
    }

    /** A file as it is written; {@code given} is what each case begins with unless it says otherwise. */
    private record FileText(
            String preset, Map<String, String> numbers, List<Changes.Change> given, List<JsonNode> cases) {}

    /** A case as it is written; {@code policy} holds what differs from the preset. */
    private record CaseText(
            List<String> ids,
            String title,
            @Nullable ObjectNode policy,
            @Nullable List<Changes.Change> given,
            List<JsonNode> steps) {}

    private static JsonNode policy(String preset, @Nullable ObjectNode differences) {
        ObjectNode policy = MAPPER.createObjectNode().put("preset", preset);
        return differences == null ? policy.get("preset") : policy.setAll(differences);
    }

    private static List<Step> steps(String where, List<JsonNode> written) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : written) {
            String kind = step.fieldNames().hasNext() ? step.fieldNames().next() : "of no kind";
            String place = where + ": step " + (steps.size() + 1) + ", " + kind;
            steps.add(parse(place, () -> MAPPER.treeToValue(step, Step.class)));
        }
        return steps;
    }

    private interface Parsing<T> {
        T parse() throws JsonProcessingException;
    }

    private static <T> T parse(String where, Parsing<T> parsing) {
        try {
            T read = parsing.parse();
            Completeness.missing(read).ifPresent(key -> {
                throw new IllegalArgumentException(where + ": " + key + " is missing");
            });
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(where + ": " + e.getOriginalMessage(), e);
        }
    }
}
