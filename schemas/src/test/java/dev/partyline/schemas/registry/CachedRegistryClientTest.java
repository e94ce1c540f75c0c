package dev.partyline.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class CachedRegistryClientTest {
    private static final Schema STRING = Schema.create(Schema.Type.STRING);
    private static final Schema LONG = Schema.create(Schema.Type.LONG);

    private final Counting counting = new Counting();
    private final RegistryClient client = new CachedRegistryClient(counting);

    @Test
    void eachQuestionIsAskedOnceWhateverTheThreads() {
        List<Integer> ids = IntStream.range(0, 1_000)
                .parallel()
                .map(i -> client.register("s" + i % 2, STRING))
                .distinct()
                .boxed()
                .toList();
        IntStream.range(0, 1_000)
                .parallel()
                .forEach(i -> assertThat(client.byId(1)).isEqualTo(STRING));

        assertThat(ids).containsExactly(1);
        assertThat(counting.asked).hasValue(3);
    }

    @Test
    void subjectsAndSchemasAreKeptApart() {
        assertThat(client.register("s", STRING)).isEqualTo(1);
        assertThat(client.register("s", LONG)).isEqualTo(2);
        assertThatThrownBy(() -> client.lookUp("t", LONG)).isInstanceOf(UnknownSchemaException.class);
        assertThat(client.byId(2)).isEqualTo(LONG);
    }

    @Test
    void aFailureIsNotKept() {
        assertThatThrownBy(() -> client.byId(1)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client.lookUp("s", STRING)).isInstanceOf(UnknownSchemaException.class);
        counting.register("s", STRING);
        assertThat(client.byId(1)).isEqualTo(STRING);
        assertThat(client.lookUp("s", STRING)).isEqualTo(1);
    }

    private static final class Counting implements RegistryClient {
        private final RegistryClient registry = new InMemoryRegistryClient();
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public int register(String subject, Schema schema) {
            asked.incrementAndGet();
            return registry.register(subject, schema);
        }

        @Override
        public int lookUp(String subject, Schema schema) {
            asked.incrementAndGet();
            return registry.lookUp(subject, schema);
        }

        @Override
        public Schema byId(int id) {
            asked.incrementAndGet();
            return registry.byId(id);
        }
    }
}
