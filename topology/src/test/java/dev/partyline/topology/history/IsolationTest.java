package dev.partyline.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.model.LoggedChange;
import dev.partyline.schema.TelephonyRecord;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing crosses a workspace: what one is told is to the letter the same with and without another that shares its numbers
 * and its ids of users, contacts and records. New seeds in every build; {@code -Dseed=N} to replay one.
 */
class IsolationTest {
    private static final int SEEDS = 20;

    @TempDir
    private Path directory;

    private int plays;

    static LongStream seeds() {
        return Seeds.some(SEEDS);
    }

    @ParameterizedTest(name = "-Dseed={0}")
    @MethodSource("seeds")
    void aWorkspaceIsToldTheSameWithoutTheOther(long seed) {
        History history = HistoryGenerator.of(seed);
        Map<String, List<String>> alone = told(history, first(history)::equals);

        assertThat(told(history, workspaceId -> true)).isNotEmpty().isEqualTo(alone);
    }

    @Test
    void aRecordThatGoesAstrayIsFound() {
        boolean found = LongStream.rangeClosed(1, SEEDS)
                .mapToObj(HistoryGenerator::of)
                .anyMatch(history -> {
                    Map<String, List<String>> alone = told(history, first(history)::equals);
                    return !told(astray(history), workspaceId -> true).equals(alone);
                });
        assertThat(found).isTrue();
    }

    /** What the first workspace is told where those events alone happen whose workspace is among {@code present}. */
    private Map<String, List<String>> told(History history, Predicate<String> present) {
        try (Stages stages = new Stages(directory.resolve("play-" + plays++), history.slice())) {
            return new Isolated(stages, first(history)).play(events(history, present));
        }
    }

    /** The events that are present, in an order that does not depend on which are. */
    private static List<Consumer<Stages>> events(History history, Predicate<String> present) {
        Random random = History.random(history.seed(), 1);
        Deque<LoggedChange> changes = new ArrayDeque<>(history.changes());
        Deque<TelephonyRecord> records = new ArrayDeque<>(history.records());
        List<Consumer<Stages>> events = new ArrayList<>();
        while (!changes.isEmpty() || !records.isEmpty()) {
            boolean ofChange = random.nextInt(changes.size() + records.size()) < changes.size();
            if (ofChange) {
                LoggedChange change = changes.removeFirst();
                add(events, present.test(change.workspaceId()), stages -> stages.change(change));
            } else {
                TelephonyRecord record = records.removeFirst();
                add(events, present.test(record.getWorkspaceId()), stages -> stages.record(record, 1));
            }
        }
        return events;
    }

    private static void add(List<Consumer<Stages>> events, boolean present, Consumer<Stages> event) {
        if (present) {
            events.add(event);
        }
    }

    /** The history with the other workspace's records in the first. */
    private static History astray(History history) {
        List<TelephonyRecord> records = history.records().stream()
                .map(record -> TelephonyRecord.newBuilder(record)
                        .setWorkspaceId(first(history))
                        .build())
                .toList();
        return new History(history.seed(), history.changes(), records);
    }

    private static String first(History history) {
        return history.changes().get(0).workspaceId();
    }
}
