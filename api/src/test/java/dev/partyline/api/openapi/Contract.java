package dev.partyline.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code openapi.json} promises, for tests that hold answers and examples against it. */
public final class Contract {
    private static final ObjectNode DOCUMENT = OpenApi.document();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract() {}

    /** An operation of the document. */
    record Operation(String method, String path, JsonNode node) {
        boolean matches(String otherMethod, String otherPath) {
            String form = Pattern.compile("\\{[a-zA-Z]+}").matcher(path).replaceAll("[^/]+");
            return method.equals(otherMethod) && otherPath.matches(form);
        }
    }

    static ObjectNode document() {
        return DOCUMENT;
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (!method.getKey().equals("parameters")) {
                    operations.add(
                            new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    /**
     * Checks that an answer is as the document says; a refusal must be a problem document, whether or not its status is named.
     * Addresses that are none of the API's must be refused.
     *
     * @param path of the request, without its query
     */
    public static void holds(String method, String path, int status, String mediaType, JsonNode body) {
        if (status >= 400 && !path.equals("/health")) {
            assertThat(mediaType).as("%s %s: %s", method, path, body).isEqualTo("application/problem+json");
            assertThat(faults(DOCUMENT.at("/components/schemas/Problem"), body)).isEmpty();
            return;
        }
        Optional<Operation> operation =
                operations().stream().filter(each -> each.matches(method, path)).findFirst();
        assertThat(operation).as("%s %s in openapi.json", method, path).isPresent();
        JsonNode answer =
                resolved(operation.orElseThrow().node().path("responses").path(String.valueOf(status)));
        assertThat(answer.isMissingNode())
                .as("%s %s answers %d, which openapi.json does not name: %s", method, path, status, body)
                .isFalse();
        JsonNode content = answer.path("content").path(mediaType);
        assertThat(content.isMissingNode())
                .as("%s %s answers %d as %s", method, path, status, mediaType)
                .isFalse();
        assertThat(faults(content.path("schema"), body))
                .as("%s %s, %d: %s", method, path, status, body)
                .isEmpty();
    }

    /** What is wrong with a value by a schema of the document. */
    static List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode standalone = schema.deepCopy();
        standalone.set("components", DOCUMENT.path("components"));
        return SCHEMAS.getSchema(standalone).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    /** A node, or what it refers to. */
    static JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : DOCUMENT.at(reference.textValue().substring(1));
    }
}
