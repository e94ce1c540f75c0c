package dev.partyline.api.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityLevelTest {
    /** Can be read by all, and reads none that has no such field. */
    private static final Schema WITH_FIELD = record("{\"name\":\"a\",\"type\":\"int\"}");
    /** Reads all, and can be read by none that asks for the field. */
    private static final Schema EMPTY = record("");
    /** Reads all, and can be read by all. */
    private static final Schema WITH_DEFAULT = record("{\"name\":\"a\",\"type\":\"int\",\"default\":0}");

    @ParameterizedTest
    @CsvSource({
        "NONE, true, true, true",
        "BACKWARD, false, true, true",
        "BACKWARD_TRANSITIVE, false, true, true",
        "FORWARD, true, false, true",
        "FORWARD_TRANSITIVE, true, false, true",
        "FULL, false, false, true",
        "FULL_TRANSITIVE, false, false, true"
    })
    void levelsLookTheWayTheyAreNamed(
            CompatibilityLevel level, boolean addField, boolean removeField, boolean addDefault) {
        assertThat(level.allows(WITH_FIELD, List.of(EMPTY))).isEqualTo(addField);
        assertThat(level.allows(EMPTY, List.of(WITH_FIELD))).isEqualTo(removeField);
        assertThat(level.allows(WITH_DEFAULT, List.of(WITH_FIELD))).isEqualTo(addDefault);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, true",
        "BACKWARD, true",
        "BACKWARD_TRANSITIVE, false",
        "FORWARD, true",
        "FORWARD_TRANSITIVE, true",
        "FULL, true",
        "FULL_TRANSITIVE, false"
    })
    void onlyTransitiveOnesLookBeyondTheLast(CompatibilityLevel level, boolean allowed) {
        assertThat(level.allows(WITH_FIELD, List.of(EMPTY, WITH_DEFAULT))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"NONE", "FULL_TRANSITIVE"})
    void theFirstSchemaIsAlwaysAllowed(CompatibilityLevel level) {
        assertThat(level.allows(WITH_FIELD, List.of())).isTrue();
    }

    private static Schema record(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }
}
