package dev.partyline.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Samples;
import dev.partyline.schemas.registry.InMemoryRegistryClient;
import dev.partyline.schemas.registry.RegistryUnavailableException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfluentAvroSerdeTest {
    private final Serdes serdes = new Serdes();

    static Iterable<SpecificRecord> samples() {
        return Samples.all().values();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenIsRead(SpecificRecord sample) {
        assertThat(serdes.read(serdes.write(sample))).isEqualTo(sample);
    }

    @Test
    void theHeaderIsByte0AndTheSchemaIdBigEndian() {
        IntStream.range(0, 258).forEach(i -> serdes.registry.register("other", enumNamed("E" + i)));
        byte[] message = serdes.write(Samples.call());
        assertThat(message).startsWith(0, 0, 0, 1, 3);
        assertThat(message[5]).as("the datum follows: a string's length").isEqualTo((byte) (2 * "record-1".length()));
    }

    @Test
    void theSubjectIsTheTopicsAndTheSchemaWhatTheFileSays() {
        serdes.write(Samples.call());
        assertThat(serdes.registry.byId(1).toString()).doesNotContain("avro.java.string");
        assertThat(serdes.registry.lookUp("t-value", serdes.registry.byId(1))).isEqualTo(1);
    }

    @Test
    void nullIsNull() {
        assertThat(serdes.serde.serializer().serialize("t", null)).isNull();
        assertThat(serdes.serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void aWriterOfAnotherVersionIsReadWithDefaults() {
        String text = TelephonyRecord.getClassSchema().toString();
        Schema newer = new Schema.Parser()
                .parse(text.replaceFirst("\"fields\":\\[", "\"fields\":[{\"name\":\"later\",\"type\":\"long\"},"));
        byte[] known = serdes.write(Samples.call());
        byte[] datum = new byte[known.length - 4];
        datum[0] = 24;
        System.arraycopy(known, 5, datum, 1, known.length - 5);
        assertThat(serdes.read(serdes.message(newer, datum))).isEqualTo(Samples.call());
    }

    @Test
    void anEnumSymbolOfLaterIsUnknown() {
        String text = TelephonyRecord.getClassSchema().toString();
        Schema newer = new Schema.Parser().parse(text.replace("\"OUTBOUND\"]", "\"SIDEWAYS\",\"OUTBOUND\"]"));
        byte[] known = serdes.write(Samples.call());
        byte[] datum = Arrays.copyOfRange(known, 5, known.length);
        TelephonyRecord read = (TelephonyRecord) serdes.read(serdes.message(newer, datum));
        assertThat(read.getDirection().name()).isEqualTo("UNKNOWN");
    }

    @Test
    void withoutRegistrationAnUnknownSchemaIsRefusedAndAKnownOneUsed() {
        InMemoryRegistryClient registry = new InMemoryRegistryClient();
        Serdes strict = new Serdes(registry, Map.of(ConfluentAvroSerde.AUTO_REGISTER, false));
        assertThatThrownBy(() -> strict.write(Samples.call()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("t-value");

        new Serdes(registry, Map.of()).write(Samples.call());
        assertThat(strict.read(strict.write(Samples.call()))).isEqualTo(Samples.call());
    }

    @Test
    void aValueThatDoesNotFitItsSchemaIsNamed() {
        assertThatThrownBy(() -> serdes.write(new TelephonyRecord()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("TelephonyRecord")
                .hasMessageContaining("recordId");
        assertThat(serdes.read(serdes.write(Samples.call()))).isEqualTo(Samples.call());
    }

    @Test
    void registryTroublePassesThroughUntouched() {
        RegistryUnavailableException trouble = new RegistryUnavailableException("down");
        Serdes cut = new Serdes(new FailingRegistry(trouble), Map.of());
        assertThatThrownBy(() -> cut.read(new byte[] {0, 0, 0, 0, 1})).isSameAs(trouble);
        assertThatThrownBy(() -> cut.write(Samples.call())).isSameAs(trouble);
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        assertThatThrownBy(() -> new Serdes(serdes.registry, Map.of("use.latest.version", true)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("use.latest.version")
                .hasMessageContaining("not supported");
        assertThatThrownBy(() -> new Serdes(
                        serdes.registry, Map.of("value.subject.name.strategy", "io.confluent…RecordNameStrategy")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("value.subject.name.strategy");
        assertThatThrownBy(() -> new ConfluentAvroSerde<>().configure(Map.of("schema.registry.url", "mock://k"), true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("keys are UTF-8 strings");
    }

    @Test
    void oneSerdeServesManyThreads() {
        IntStream.range(0, 500)
                .parallel()
                .forEach(i -> samples()
                        .forEach(sample ->
                                assertThat(serdes.read(serdes.write(sample))).isEqualTo(sample)));
    }

    private static Schema enumNamed(String name) {
        return Schema.createEnum(name, "", "test", List.of("A"));
    }
}
