package dev.partyline.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.MemberRemoved;
import dev.partyline.schemas.registry.RegistryClient;
import dev.partyline.schemas.registry.RegistryClients;
import dev.partyline.schemas.registry.RegistryConfig;
import dev.partyline.schemas.registry.RegistryRefusedException;
import dev.partyline.schemas.registry.UnknownSchemaException;
import dev.partyline.schemas.serde.AvroSerdes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partyline's own client against its own registry, and what both do together. */
class EmbeddedRegistryClientTest {
    private static final Schema STRING = Schema.create(Schema.Type.STRING);
    private static final Schema LONG = Schema.create(Schema.Type.LONG);

    @TempDir
    private Path directory;

    private EmbeddedRegistry registry;

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start(directory, 0);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void theClientRegistersLooksUpAndReadsBack() {
        RegistryClient client = client();
        int id = client.register("t-value", STRING);
        assertThat(client().register("t-value", STRING)).isEqualTo(id);
        assertThat(client().lookUp("t-value", STRING)).isEqualTo(id);
        assertThat(client().byId(id)).isEqualTo(STRING);
    }

    @Test
    void refusalsAreToldApart() {
        RegistryClient client = client();
        client.register("t-value", STRING);
        assertThatThrownBy(() -> client.byId(99)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client.lookUp("t-value", LONG)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client.lookUp("u-value", LONG)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client.register("t-value", LONG))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("incompatible");
    }

    @Test
    void aValueTravelsFromOneProcessToAnother() {
        DirectoryChange change = DirectoryChange.newBuilder()
                .setChangeId("c")
                .setWorkspaceId("w")
                .setChange(MemberRemoved.newBuilder().setUserId("ann").build())
                .build();
        byte[] message = serde().serializer().serialize("t", change);
        assertThat(serde().deserializer().deserialize("t", message)).isEqualTo(change);
    }

    @Test
    void oneSchemaGetsOneIdWhateverTheThreadsAndDifferentOnesDifferentIds() {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 200).parallel().forEach(i -> {
            Schema schema = Schema.createFixed("F" + i % 10, null, "test", 4);
            ids.add(i % 10 + "=" + client().register("subject-" + i % 10, schema));
        });
        assertThat(ids).hasSize(10);
        assertThat(ids.stream().map(pair -> pair.substring(2)).distinct()).hasSize(10);
    }

    private RegistryClient client() {
        return RegistryClients.of(settings());
    }

    private Serde<DirectoryChange> serde() {
        return new AvroSerdes(AvroSerdes.DEFAULT_SERDE, settings()).of(DirectoryChange.class);
    }

    private Map<String, Object> settings() {
        return Map.of(RegistryConfig.URL, registry.uri().toString());
    }
}
