package dev.partyline.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.contract.Released.SchemaFile;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Topics outlive versions: today's schemas must get on with every released one (DESIGN 6). A failure here means that a
 * running installation would break: change the schema, never the released file.
 */
class CompatibilityTest {
    /** What others write and the engine only reads. */
    private static final Set<String> INPUTS = Set.of("DirectoryChange", "TelephonyRecord");

    static List<SchemaFile> released() {
        return Released.released();
    }

    @ParameterizedTest
    @MethodSource("released")
    void todaysReadersReadWhatEveryReleasedVersionWrote(SchemaFile released) {
        assertThat(faults(Released.today(released), released.schema())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("released")
    void everyReleasedReaderReadsWhatTheEngineWritesToday(SchemaFile released) {
        boolean ours = !INPUTS.contains(released.name());
        assertThat(ours ? faults(released.schema(), Released.today(released)) : List.of())
                .isEmpty();
    }

    @Test
    void everySchemaOfTodayHasReleasedOnes() {
        assertThat(Released.released())
                .extracting(SchemaFile::name)
                .containsAll(Released.today().stream().map(SchemaFile::name).toList());
    }

    @Test
    void aFieldWithoutDefaultWouldBeNoticed() {
        Schema before = new Schema.Parser().parse("{'type':'record','name':'R','fields':[]}".replace('\'', '"'));
        Schema after = new Schema.Parser()
                .parse("{'type':'record','name':'R','fields':[{'name':'f','type':'int'}]}".replace('\'', '"'));

        assertThat(faults(after, before)).isNotEmpty();
        assertThat(faults(before, after)).isEmpty();
    }

    private static List<String> faults(Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return pair.getType() == SchemaCompatibilityType.COMPATIBLE
                ? List.of()
                : pair.getResult().getIncompatibilities().stream()
                        .map(Object::toString)
                        .toList();
    }
}
