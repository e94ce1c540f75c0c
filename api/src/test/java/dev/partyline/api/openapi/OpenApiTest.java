package dev.partyline.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import io.swagger.v3.parser.OpenAPIV3Parser;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code openapi.json} against itself, against the resources, and its examples against its schemas. */
class OpenApiTest {
    @Test
    void isWellFormed() {
        assertThat(new OpenAPIV3Parser()
                        .readContents(Contract.document().toString())
                        .getMessages())
                .isNullOrEmpty();
    }

    @Test
    void namesEveryOperationWithItsQueryParametersAndScopesAndNoOther() {
        assertThat(described()).isEqualTo(built());
    }

    static List<JsonNode> contents() {
        return Contract.document().findValues("content").stream()
                .flatMap(content -> StreamSupport.stream(content.spliterator(), false))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void everyExampleIsAsItsSchemaSays(JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        content.path("examples").forEach(example -> examples.add(example.path("value")));
        if (content.has("example")) {
            examples.add(content.path("example"));
        }
        for (JsonNode example : examples) {
            assertThat(Contract.faults(content.path("schema"), example))
                    .as(example.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.partyline.api.openapi.Contract#operations")
    void everyOperationSaysWhatItIsForAndShowsAnExampleOfWhatItAnswers(Contract.Operation operation) {
        assertThat(operation.node().path("summary").asText()).isNotEmpty();
        assertThat(operation.node().path("operationId").asText()).isNotEmpty();
        JsonNode answers = operation.node().path("responses");
        assertThat(answers.properties().stream()
                        .map(answer -> Contract.resolved(answer.getValue()).path("content"))
                        .flatMap(content -> StreamSupport.stream(content.spliterator(), false))
                        .anyMatch(content -> content.has("example") || content.has("examples")))
                .isTrue();
    }

    private static Set<String> described() {
        Set<String> operations = new TreeSet<>();
        for (Contract.Operation operation : Contract.operations()) {
            Set<String> parameters = new TreeSet<>();
            for (JsonNode each : operation.node().path("parameters")) {
                JsonNode parameter = Contract.resolved(each);
                if (parameter.path("in").textValue().equals("query")) {
                    parameters.add(parameter.path("name").textValue());
                }
            }
            operations.add(operation.method() + " " + operation.path() + " " + parameters + scopes(operation.node()));
        }
        return operations;
    }

    private static Set<String> built() {
        Set<String> operations = new TreeSet<>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.partyline.api.http", "dev.partyline.api.stream")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .filter(type -> !type.getPackageName().equals("dev.partyline.api.peer"))
                        .map(JavaClass::reflect)
                        .forEach(resource -> add(operations, resource));
        return operations;
    }

    private static void add(Set<String> operations, Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .forEach(verb -> operations.add(
                            verb.value() + " " + path(resource, method) + " " + queries(method) + scopes(method)));
        }
    }

    /** Of the document: what each of its alternatives asks for; none at all where no token is needed. */
    private static Set<String> scopes(JsonNode operation) {
        Set<String> scopes = new TreeSet<>();
        JsonNode own = operation.path("security");
        for (JsonNode alternative : own.isMissingNode() ? Contract.document().path("security") : own) {
            JsonNode bearer = alternative.path("bearer");
            scopes.add(bearer.isEmpty() ? "any" : bearer.path(0).textValue());
        }
        return scopes;
    }

    private static Set<String> scopes(Method method) {
        Allowed allowed = method.getAnnotation(Allowed.class);
        if (allowed == null) {
            return Set.of();
        }
        Set<String> scopes = new TreeSet<>();
        Arrays.stream(allowed.value()).map(Scope::text).forEach(scopes::add);
        return scopes.isEmpty() ? Set.of("any") : scopes;
    }

    private static String path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return resource.getAnnotation(Path.class).value() + (below == null ? "" : below.value());
    }

    private static Set<String> queries(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
        }
        return names;
    }
}
