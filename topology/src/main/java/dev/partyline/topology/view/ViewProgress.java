package dev.partyline.topology.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the view's tables of this instance have come. A table is known from when its task runs, restored to where the
 * group has committed, until it is closed: whoever finds none here must not read.
 */
public final class ViewProgress {
    private final Map<TopicPartition, TableProgress> tables = new ConcurrentHashMap<>();

    /** The tables of tasks that run on the current thread: no other may write to them. */
    private final ThreadLocal<Map<TopicPartition, Table>> own = ThreadLocal.withInitial(HashMap::new);

    /** The progress of the table over {@code partition}; a task that moved and came back begins another. */
    public Optional<TableProgress> of(TopicPartition partition) {
        return Optional.ofNullable(tables.get(partition));
    }

    /** A task begins; it is on the thread that polls. */
    TableProgress begin(TopicPartition partition) {
        TableProgress progress = new TableProgress();
        tables.put(partition, progress);
        return progress;
    }

    /** A task ends; by then another thread may have begun one on the same partition. */
    void end(TopicPartition partition, TableProgress progress) {
        tables.remove(partition, progress);
    }

    /** The table over {@code partition}, if its task runs on the current thread. */
    Optional<Table> own(TopicPartition partition) {
        return Optional.ofNullable(own.get().get(partition));
    }

    /** A task begins on the current thread. */
    void run(TopicPartition partition, Table table) {
        own.get().put(partition, table);
    }

    /** A task of the current thread ends. */
    void stop(TopicPartition partition, Table table) {
        own.get().remove(partition, table);
    }
}
