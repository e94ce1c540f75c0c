package dev.partyline.api.registry;

import dev.partyline.api.registry.RegistryEvent.LevelSet;
import dev.partyline.api.registry.RegistryState.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The registry without its HTTP: state, and the journal that it survives in. Safe for many threads. */
final class RegistryStore implements AutoCloseable {
    private final RegistryJournal journal;
    private final RegistryState state = new RegistryState();

    private RegistryStore(RegistryJournal journal) {
        this.journal = journal;
    }

    static RegistryStore open(Path directory) throws IOException {
        RegistryStore store = new RegistryStore(RegistryJournal.open(directory));
        try {
            store.journal.replay().forEach(store.state::apply);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
        return store;
    }

    /** The schema as it stands in the subject, put there if it is new, compatible and on the disk. */
    synchronized Version register(String subject, Schema schema) throws Refusal, IOException {
        Optional<Version> present = state.find(subject, schema);
        if (present.isPresent()) {
            return present.get();
        }
        CompatibilityLevel level = state.level(subject);
        List<Schema> earlier =
                state.versions(subject).stream().map(Version::schema).toList();
        if (!level.allows(schema, earlier)) {
            throw Refusal.incompatible(subject, level);
        }
        record(state.next(subject, schema));
        return state.find(subject, schema).orElseThrow();
    }

    /** Sets the level of a subject, or with null the default. */
    synchronized void setLevel(@Nullable String subject, CompatibilityLevel level) throws IOException {
        record(new LevelSet(subject, level));
    }

    /** Asks the state something. */
    synchronized <T> T ask(Function<RegistryState, T> question) {
        return question.apply(state);
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }

    private void record(RegistryEvent event) throws IOException {
        journal.append(event);
        state.apply(event);
    }
}
