package dev.partyline.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.contract.Released.SchemaFile;
import dev.partyline.schemas.topic.Topic;
import dev.partyline.schemas.topic.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaStyleTest {
    static List<SchemaFile> today() {
        return Released.today();
    }

    @ParameterizedTest
    @MethodSource("today")
    void everyTypeAndFieldIsDocumented(SchemaFile file) {
        assertThat(named(file.schema()).values()).allSatisfy(type -> {
            assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
            if (type.getType() == Schema.Type.RECORD) {
                assertThat(type.getFields())
                        .allSatisfy(field -> assertThat(field.doc())
                                .as(type.getName() + "." + field.name())
                                .isNotBlank());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("today")
    void everyEnumFallsBackToUnknown(SchemaFile file) {
        assertThat(named(file.schema()).values())
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .allSatisfy(type ->
                        assertThat(type.getEnumDefault()).as(type.getName()).isEqualTo("UNKNOWN"));
    }

    @ParameterizedTest
    @MethodSource("today")
    void allTypesLieInOneNamespace(SchemaFile file) {
        assertThat(named(file.schema()).keySet()).allMatch(name -> name.startsWith("dev.partyline.schema."));
    }

    @Test
    void aTypeIsTheSameInEveryFileThatHoldsIt() {
        Map<String, String> seen = new LinkedHashMap<>();
        for (SchemaFile file : Released.today()) {
            named(file.schema()).forEach((name, type) -> {
                String definition = type.toString(true);
                assertThat(definition)
                        .as(name + " in " + file + ", as in the files before")
                        .isEqualTo(seen.getOrDefault(name, definition));
                seen.put(name, definition);
            });
        }
        assertThat(seen).hasSizeGreaterThan(30);
    }

    @Test
    void everyTopicsValueHasItsFile() {
        assertThat(new Topics("").all())
                .extracting(Topic::value)
                .extracting(Class::getSimpleName)
                .isSubsetOf(Released.today().stream().map(SchemaFile::name).toList());
    }

    private static Map<String, Schema> named(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        collect(schema, found);
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM, FIXED -> found.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            default -> {
                // Primitive types have nothing to collect.
            }
        }
    }
}
