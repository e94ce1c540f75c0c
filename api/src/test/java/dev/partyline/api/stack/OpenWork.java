package dev.partyline.api.stack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Work that was begun and is not done, as its stores' changelogs have it: also that of tasks which nobody has at the moment,
 * because a fenced thread has just let them go. Engines say nothing of these.
 */
final class OpenWork implements AutoCloseable {
    private static final List<String> STORES = List.of("walks", "contact-walks", "strangers", "untold", "returning");

    private final EngineSetup setup;
    private final Set<String> open = new HashSet<>();
    private @Nullable CommittedRows<byte[]> changelogs;

    OpenWork(EngineSetup setup) {
        this.setup = setup;
    }

    /** What is open as of the call, as store and key; empty: all is done. The engines have started once. */
    Set<String> now() {
        if (changelogs == null) {
            changelogs = new CommittedRows<>(
                    setup,
                    new ByteArrayDeserializer(),
                    STORES.stream()
                            .map(store -> setup.name() + "-" + store + "-changelog")
                            .toList());
        }
        changelogs.next().forEach(this::fold);
        return Set.copyOf(open);
    }

    private void fold(ConsumerRecord<String, byte[]> row) {
        String what = row.topic() + " " + row.key();
        if (row.value() == null) {
            open.remove(what);
        } else {
            open.add(what);
        }
    }

    @Override
    public void close() {
        if (changelogs != null) {
            changelogs.close();
        }
    }
}
