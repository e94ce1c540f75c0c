package dev.partyline.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.Policy;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.state.ContactWalkState;
import dev.partyline.topology.state.Decided;
import dev.partyline.topology.state.OwnerState;
import dev.partyline.topology.state.StoredContact;
import dev.partyline.topology.state.StoredHead;
import dev.partyline.topology.state.StoredMember;
import dev.partyline.topology.state.StoredNumber;
import dev.partyline.topology.state.UntoldState;
import dev.partyline.topology.state.WalkState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that an engine has once stored are read by those that come after it: changelogs outlive versions. A value of each
 * version of each schema is committed as {@code stored/<Name>-<n>.hex}.
 */
class StoredBytesTest {
    private static final Path STORED = Path.of("src/test/resources/stored");
    /** A mark of two bytes, then the fingerprint of the schema. */
    private static final int HEADER = 10;

    /** All that goes through a StateCodec. */
    private static final List<Class<? extends SpecificRecord>> TYPES = List.of(
            ContactWalkState.class,
            Decided.class,
            NumberAccess.class,
            OwnerState.class,
            Policy.class,
            StoredContact.class,
            StoredHead.class,
            StoredMember.class,
            StoredNumber.class,
            TelephonyRecord.class,
            UntoldState.class,
            WalkState.class);

    /** A version of what is stored as {@code type}; the last is today's. */
    record Version(Class<? extends SpecificRecord> type, int number, Schema schema) {
        Path file() {
            return STORED.resolve(type.getSimpleName() + "-" + number + ".hex");
        }

        byte[] bytes() throws IOException {
            return HexFormat.of().parseHex(Files.readString(file()).strip());
        }

        @Override
        public String toString() {
            return type.getSimpleName() + "-" + number;
        }
    }

    static Stream<Version> versions() {
        return TYPES.stream().flatMap(type -> versions(type).stream());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatWasStoredIsReadAsWhatItWas(Version version) throws IOException {
        requireCommitted(version);
        GenericRecord then = generic(version.bytes(), version.schema(), version.schema());
        byte[] now = readAndStored(version.type(), version.bytes());
        assertThat(generic(now, SpecificData.get().getSchema(version.type()), version.schema()))
                .as("what that version would make of it, once today's has read and stored it")
                .isEqualTo(then);
    }

    @Test
    void everyStateSchemaIsAmongThem() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/avro"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".avsc", "")))
                    .isSubsetOf(TYPES.stream().map(Class::getSimpleName).toList());
        }
    }

    /** The file is there, and the schema has not changed under it. */
    private static void requireCommitted(Version version) throws IOException {
        byte[] sample = sample(version.schema());
        assertThat(version.file())
                .as("commit %s", HexFormat.of().formatHex(sample))
                .exists();
        assertThat(Arrays.copyOf(version.bytes(), HEADER))
                .as(
                        "the schema of %s has changed: keep what it was as src/main/resources/state/%s.avsc, and commit"
                                + " bytes of the next",
                        version.type().getSimpleName(), version)
                .isEqualTo(Arrays.copyOf(sample, HEADER));
    }

    private static List<Version> versions(Class<? extends SpecificRecord> type) {
        List<Schema> schemas = new ArrayList<>(StateCodec.earlier(type));
        schemas.add(SpecificData.get().getSchema(type));
        return IntStream.range(0, schemas.size())
                .mapToObj(i -> new Version(type, i + 1, schemas.get(i)))
                .toList();
    }

    private static byte[] sample(Schema schema) throws IOException {
        Object value =
                new RandomData(plainData(), schema, 1, 7, true).iterator().next();
        return new BinaryMessageEncoder<>(plainData(), schema).encode(value).array();
    }

    /** Times as the numbers that they are. */
    private static GenericData plainData() {
        return new GenericData();
    }

    private static GenericRecord generic(byte[] bytes, Schema writer, Schema reader) throws IOException {
        BinaryMessageDecoder<GenericRecord> decoder = new BinaryMessageDecoder<>(plainData(), reader);
        decoder.addSchema(writer);
        return decoder.decode(bytes);
    }

    private static <V extends SpecificRecord> byte[] readAndStored(Class<V> type, byte[] bytes) {
        StateCodec<V> codec = StateCodec.of(type);
        return codec.encode(codec.decode(bytes));
    }
}
