package dev.partyline.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.http.JsonClient;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.schema.Policy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The presets that the table lists are the ones that there are. */
class PresetsTableTest {
    private static final Pattern FIELD = Pattern.compile("`([A-Za-z]+)` ([A-Za-z0-9_]+)");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theTableSaysWhatThePresetsAre() {
        Map<String, Map<String, String>> table = new TreeMap<>();
        RulesTable.presets().forEach(row -> table.put(row.get(0).replace("`", ""), fields(row.get(2))));
        try (World world = new DriverWorld(directory)) {
            JsonNode presets = JsonClient.of(world.tokens(), "any")
                    .get(URI.create(world.api() + "/v1/presets"))
                    .json()
                    .path("presets");

            Map<String, Map<String, String>> served = new TreeMap<>();
            presets.forEach(preset -> served.put(preset.path("name").asText(), differences(preset.path("policy"))));
            assertThat(served).hasSize(5).isEqualTo(table);
        }
    }

    private static Map<String, String> fields(String cell) {
        Map<String, String> fields = new TreeMap<>();
        FIELD.matcher(cell).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    private static Map<String, String> differences(JsonNode policy) {
        JsonNode usual = AvroJsonWriter.record(Policy.newBuilder().build());
        Map<String, String> fields = new TreeMap<>();
        policy.properties().forEach(field -> {
            if (!field.getValue().equals(usual.get(field.getKey()))) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        return fields;
    }
}
