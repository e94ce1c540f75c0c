package dev.partyline.api.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Policies as callers write them: whole, or by the name of a preset, with or without fields of their own. */
final class PresetRules {
    private static final String PRESET = "preset";

    private PresetRules() {}

    /**
     * The policy without names: {@code "allo"} and {@code {"preset": "allo", "history": …}} written out; any other as it
     * is.
     *
     * @param path where the policy stands in the request, for messages
     * @throws ProblemException 422, naming the presets, when there is none of that name
     */
    static JsonNode writtenOut(JsonNode policy, String path) {
        if (policy.isTextual()) {
            return named(policy, path);
        }
        if (!policy.has(PRESET)) {
            return policy;
        }
        ObjectNode own = policy.deepCopy();
        ObjectNode whole = named(own.remove(PRESET), AvroJsonReader.child(path, PRESET));
        return whole.setAll(own);
    }

    private static ObjectNode named(JsonNode name, String path) {
        return Preset.named(name.asText())
                .map(preset -> AvroJsonWriter.record(preset.policy()))
                .orElseThrow(() -> ProblemException.invalid(path, "a preset must be one of " + names()));
    }

    private static String names() {
        return Arrays.stream(Preset.values()).map(Preset::label).collect(Collectors.joining(", "));
    }
}
