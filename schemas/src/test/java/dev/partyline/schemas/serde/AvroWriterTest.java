package dev.partyline.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.Encounter;
import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAccess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroWriterTest {
    private static final byte[] HEADER = {0, 1, 2};
    private static final int VALUES = 2_000;

    static Stream<Class<? extends SpecificRecord>> published() {
        return Stream.of(
                ChangeDecision.class,
                ContactAccess.class,
                DirectoryChange.class,
                Encounter.class,
                FeedEntry.class,
                NumberAccess.class,
                TelephonyRecord.class,
                UserAccess.class);
    }

    @ParameterizedTest
    @MethodSource("published")
    void writesWhatAvroWrites(Class<? extends SpecificRecord> type) throws IOException {
        Schema schema = SpecificData.get().getSchema(type);
        AvroWriter<SpecificRecord> writer = AvroWriter.of(schema);
        RandomValues values = new RandomValues(type.getName().hashCode());
        for (int i = 0; i < VALUES; i++) {
            SpecificRecord value = values.of(schema);
            assertThat(writer.write(HEADER, value)).as("%s", value).isEqualTo(byAvro(schema, value));
        }
    }

    @Test
    void aFieldThatIsMissingIsNamed() {
        assertThatThrownBy(() -> AvroWriter.of(TelephonyRecord.class).write(HEADER, new TelephonyRecord()))
                .hasMessage("null in field recordId of dev.partyline.schema.TelephonyRecord, which must be set");
    }

    @Test
    void whatNoSchemaOfOursHasIsRefusedBeforeAnythingIsWritten() {
        for (Schema schema : new Schema[] {
            SchemaBuilder.builder().doubleType(),
            SchemaBuilder.map().values().intType(),
            SchemaBuilder.unionOf().stringType().and().intType().endUnion()
        }) {
            assertThatThrownBy(() -> AvroWriter.of(schema))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no writer for");
        }
    }

    private static byte[] byAvro(Schema schema, SpecificRecord value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(HEADER);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new SpecificDatumWriter<SpecificRecord>(schema, SpecificData.getForSchema(schema)).write(value, encoder);
        return out.toByteArray();
    }
}
