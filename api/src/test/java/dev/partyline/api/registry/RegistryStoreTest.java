package dev.partyline.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk, and what is made of it after any end. */
class RegistryStoreTest {
    private static final Schema A = Schema.createFixed("A", null, "test", 1);
    private static final Schema B = Schema.createFixed("B", null, "test", 2);
    private static final Schema C = Schema.createFixed("C", null, "test", 3);

    @TempDir
    private Path directory;

    @Test
    void aRestartChangesNoIdAndNoLevel() throws Exception {
        try (RegistryStore store = RegistryStore.open(directory)) {
            store.setLevel("s", CompatibilityLevel.NONE);
            store.setLevel(null, CompatibilityLevel.FULL_TRANSITIVE);
            assertThat(List.of(id(store, "s", A), id(store, "s", B), id(store, "t", A)))
                    .containsExactly(1, 2, 1);
        }
        try (RegistryStore store = RegistryStore.open(directory)) {
            assertThat(store.ask(RegistryState::subjects)).containsExactly("s", "t");
            assertThat(List.of(id(store, "s", A), id(store, "s", B), id(store, "s", C)))
                    .containsExactly(1, 2, 3);
            assertThat(level(store, "s")).isEqualTo(CompatibilityLevel.NONE);
            assertThat(level(store, "t")).isEqualTo(CompatibilityLevel.FULL_TRANSITIVE);
        }
    }

    @Test
    void whereverTheLastLineIsTornAllBeforeItIsKept() throws Exception {
        try (RegistryStore store = RegistryStore.open(directory)) {
            id(store, "s", A);
            id(store, "t", B);
        }
        byte[] whole = Files.readAllBytes(file());
        int lastLine = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = lastLine; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (RegistryStore store = RegistryStore.open(directory)) {
                assertThat(store.ask(RegistryState::subjects)).containsExactly("s");
                assertThat(id(store, "u", C)).isEqualTo(2);
            }
            try (RegistryStore store = RegistryStore.open(directory)) {
                assertThat(store.ask(RegistryState::subjects)).containsExactly("s", "u");
            }
        }
    }

    @Test
    void aDamagedLineStopsTheStartAndIsNamed() throws Exception {
        try (RegistryStore store = RegistryStore.open(directory)) {
            id(store, "s", A);
        }
        Files.writeString(file(), "{\"event\":\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> RegistryStore.open(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2 is damaged");
    }

    @Test
    void aDirectoryIsUsedByOneRegistryAtATime() throws Exception {
        try (RegistryStore store = RegistryStore.open(directory)) {
            assertThatThrownBy(() -> RegistryStore.open(directory))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
            assertThat(id(store, "s", A)).isEqualTo(1);
        }
        RegistryStore.open(directory).close();
    }

    private Path file() {
        return directory.resolve("schemas.jsonl");
    }

    private static int id(RegistryStore store, String subject, Schema schema) throws Exception {
        return store.register(subject, schema).id();
    }

    private static CompatibilityLevel level(RegistryStore store, String subject) {
        return store.ask(state -> state.level(subject));
    }
}
