package dev.partyline.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Samples;
import dev.partyline.schemas.registry.InMemoryRegistryClient;
import dev.partyline.schemas.registry.RegistryConfig;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes.StringSerde;
import org.apache.kafka.common.serialization.Serdes.WrapperSerde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final Map<String, Object> CONFIG = Map.of(RegistryConfig.URL, "mock://avro-serdes-test");

    @Test
    void theDefaultSerdeWritesAndReads() {
        Serde<TelephonyRecord> serde = new AvroSerdes(AvroSerdes.DEFAULT_SERDE, CONFIG).of(TelephonyRecord.class);
        byte[] message = serde.serializer().serialize("t", Samples.call());
        assertThat(serde.deserializer().deserialize("t", message)).isEqualTo(Samples.call());
    }

    @Test
    void aMockRegistryIsSharedByItsScope() {
        Serde<TelephonyRecord> serde = new AvroSerdes(AvroSerdes.DEFAULT_SERDE, CONFIG).of(TelephonyRecord.class);
        serde.serializer().serialize("t", Samples.call());
        Schema published = ValueSchemas.published(TelephonyRecord.getClassSchema());
        assertThat(InMemoryRegistryClient.ofScope("avro-serdes-test").lookUp("t-value", published))
                .isPositive();
    }

    @Test
    void anotherSerdeIsTakenByItsClassName() {
        AvroSerdes serdes = new AvroSerdes(StringSerde.class.getName(), Map.of());
        assertThat((Object) serdes.of(TelephonyRecord.class)).isInstanceOf(StringSerde.class);
    }

    @Test
    void aClassThatIsMissingOrNoSerdeIsNamedWithTheKey() {
        for (String name : new String[] {"no.such.Serde", "java.lang.String", ""}) {
            assertThatThrownBy(() -> new AvroSerdes(name, CONFIG))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("configuration serde")
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aSerdeWithoutPublicConstructorIsNamedWithTheKey() {
        AvroSerdes serdes = new AvroSerdes(Hidden.class.getName(), CONFIG);
        assertThatThrownBy(() -> serdes.of(TelephonyRecord.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("configuration serde")
                .hasMessageContaining("no public constructor");
    }

    @Test
    void aMissingRegistryIsNoticedAtOnce() {
        assertThatThrownBy(() -> new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(RegistryConfig.URL);
    }

    private static final class Hidden extends WrapperSerde<String> {
        private Hidden() {
            super(new StringSerializer(), new StringDeserializer());
        }
    }
}
