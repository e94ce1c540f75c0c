package dev.partyline.topology.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A table whose progress a test tells, in place of a stream thread. */
public final class ScriptedTable {
    private final ViewProgress view;
    private final TopicPartition partition;
    private final TableProgress progress;

    /** Begins a task. */
    public ScriptedTable(ViewProgress view, TopicPartition partition) {
        this.view = view;
        this.partition = partition;
        this.progress = view.begin(partition);
    }

    /** The consumer has read all before {@code position}, and everything of it is applied. */
    public void reach(long position) {
        progress.polled(OptionalLong.of(position), OptionalLong.empty());
    }

    /** One row more is read and applied. */
    public void apply(String user, long offset) {
        progress.polled(OptionalLong.of(offset + 1), OptionalLong.of(offset));
        progress.applying(user, offset);
        progress.applied(offset);
    }

    /** The task ends. */
    public void end() {
        view.end(partition, progress);
    }

    /** Rows ahead of it, of which a test tells, in place of a consumer; they begin at {@code position}. */
    public ScriptedAhead ahead(long position) {
        return new ScriptedAhead(new RowsAhead(progress, position));
    }

    /** Whether these are rows ahead of this table. */
    public boolean isBefore(RowsAhead rows) {
        return rows.follow(progress);
    }

    /** See {@link ScriptedTable#ahead}. */
    public record ScriptedAhead(RowsAhead rows) {
        /** One row is read, and nothing else up to {@code next}. */
        public void take(String key, long offset, long next) {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            rows.take(List.of(new ConsumerRecord<>("feed", 0, offset, bytes, bytes)), next);
        }
    }
}
