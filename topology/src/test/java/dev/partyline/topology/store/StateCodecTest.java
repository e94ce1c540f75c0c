package dev.partyline.topology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.topology.state.StoredMember;
import java.io.IOException;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class StateCodecTest {
    private static final StoredMember ANN = new StoredMember(null, "MEMBER", true, "MEMBER", 0L, false, List.of("911"));

    /** StoredMember as it might have been before it had names. */
    private static final Schema NAMELESS = SchemaBuilder.record("StoredMember")
            .namespace("dev.partyline.topology.state")
            .fields()
            .requiredString("role")
            .requiredBoolean("active")
            .requiredString("standing")
            .requiredLong("memberships")
            .requiredBoolean("returning")
            .name("numbers")
            .type()
            .array()
            .items()
            .stringType()
            .noDefault()
            .endRecord();

    @Test
    void whatIsEncodedIsDecoded() {
        StateCodec<StoredMember> codec = StateCodec.of(StoredMember.class);

        assertThat(codec.decode(codec.encode(ANN))).isEqualTo(ANN);
    }

    @Test
    void theSerdeIsTheSameAndKeepsNullAbsent() {
        StateCodec<StoredMember> codec = StateCodec.of(StoredMember.class);
        Serde<StoredMember> serde = codec.serde();

        assertThat(serde.serializer().serialize("store", ANN)).isEqualTo(codec.encode(ANN));
        assertThat(serde.deserializer().deserialize("store", codec.encode(ANN))).isEqualTo(ANN);
        assertThat(serde.serializer().serialize("store", null)).isNull();
        assertThat(serde.deserializer().deserialize("store", (byte[]) null)).isNull();
    }

    @Test
    void anEarlierSchemasValuesAreReadWithTheDefaults() throws IOException {
        byte[] old = storedEarlier();

        assertThat(StateCodec.of(StoredMember.class, List.of(NAMELESS)).decode(old))
                .isEqualTo(ANN);
    }

    @Test
    void aSchemaThatIsNotKnownIsAnErrorAndNotAGuess() throws IOException {
        byte[] old = storedEarlier();

        assertThatThrownBy(() -> StateCodec.of(StoredMember.class).decode(old))
                .isInstanceOf(AvroRuntimeException.class);
    }

    private static byte[] storedEarlier() throws IOException {
        return new BinaryMessageEncoder<>(GenericData.get(), NAMELESS)
                .encode(new GenericRecordBuilder(NAMELESS)
                        .set("role", "MEMBER")
                        .set("active", true)
                        .set("standing", "MEMBER")
                        .set("memberships", 0L)
                        .set("returning", false)
                        .set("numbers", List.of("911"))
                        .build())
                .array();
    }
}
