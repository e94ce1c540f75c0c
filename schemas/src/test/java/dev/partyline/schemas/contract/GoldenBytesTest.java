package dev.partyline.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.Samples;
import dev.partyline.schemas.contract.Released.SchemaFile;
import dev.partyline.schemas.registry.InMemoryRegistryClient;
import dev.partyline.schemas.registry.RegistryClients;
import dev.partyline.schemas.serde.ConfluentAvroSerde;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that a released version wrote are read for ever, and mean what they meant. */
class GoldenBytesTest {
    static Stream<Arguments> releasedSamples() {
        return Released.released().stream()
                .flatMap(file -> Samples.all().entrySet().stream()
                        .filter(sample -> sample.getKey().startsWith(file.name() + "."))
                        .map(sample -> Arguments.of(file, sample.getKey(), sample.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("releasedSamples")
    void committedBytesAreReadAsWhatTheyWere(SchemaFile file, String name, SpecificRecord sample) throws IOException {
        InMemoryRegistryClient registry = new InMemoryRegistryClient();
        assertThat(registry.register("golden-value", file.schema())).isEqualTo(1);

        try (ConfluentAvroSerde<SpecificRecord> serde = new ConfluentAvroSerde<>()) {
            serde.configure(Map.of(RegistryClients.INSTANCE, registry), false);
            assertThat(serde.deserializer().deserialize("golden", bytes(file.bytesOf(name), sample)))
                    .isEqualTo(sample);
        }
    }

    static List<SchemaFile> today() {
        return Released.today();
    }

    /** What is not kept now cannot be read for ever: bytes of the schema as it is are committed with it. */
    @ParameterizedTest
    @MethodSource("today")
    void todaysSchemaIsTheNewestThatIsKept(SchemaFile today) {
        SchemaFile newest = Released.newest(today);
        assertThat(newest.withoutDocs())
                .as(
                        "%s has changed: copy it into the next version's directory in src/test/resources/released, and"
                                + " commit there the bytes that this test then asks for",
                        today.path())
                .isEqualTo(today.withoutDocs());
    }

    @Test
    void everySchemaHasASample() {
        assertThat(Samples.all().keySet().stream().map(name -> name.substring(0, name.indexOf('.'))))
                .containsAll(Released.today().stream().map(SchemaFile::name).toList());
    }

    /** The sample's committed message; its schema id is 1. */
    private static byte[] bytes(Path file, SpecificRecord sample) throws IOException {
        if (!Files.exists(file)) {
            throw new AssertionError("commit as " + file + ": " + HexFormat.of().formatHex(today(sample)));
        }
        return HexFormat.of().parseHex(Files.readString(file).strip());
    }

    private static byte[] today(SpecificRecord sample) {
        try (ConfluentAvroSerde<SpecificRecord> serde = new ConfluentAvroSerde<>()) {
            serde.configure(Map.of(RegistryClients.INSTANCE, new InMemoryRegistryClient()), false);
            return serde.serializer().serialize("golden", sample);
        }
    }
}
