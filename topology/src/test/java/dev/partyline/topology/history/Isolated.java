package dev.partyline.topology.history;

import dev.partyline.schema.FeedEntry;
import dev.partyline.schema.LineState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays events one by one, each until all stages rest, and keeps what one workspace's keys were told. */
final class Isolated {
    private final Stages stages;
    private final StageValues values;
    private final String workspaceId;
    private final Map<String, List<String>> told = new TreeMap<>();

    /** @param workspaceId the one whose output is kept */
    Isolated(Stages stages, String workspaceId) {
        this.stages = stages;
        this.values = stages.values();
        this.workspaceId = workspaceId;
    }

    /** By topic and key: the texts of its messages, in order. */
    Map<String, List<String>> play(List<Consumer<Stages>> events) {
        for (Consumer<Stages> event : events) {
            event.accept(stages);
            while (deliver() || !stages.atRest()) {
                stages.tell();
                stages.slice();
            }
        }
        return told;
    }

    /** Whether there was anything to deliver. */
    private boolean deliver() {
        List<Row> accesses = keep("number-access", stages.accesses(), row -> text(values.access(row)));
        List<Row> contacts = keep("contact-access", stages.contactAccesses(), row -> text(values.contactAccess(row)));
        List<Row> encounters = keep("encounters", stages.encounters(), row -> text(values.encounter(row)));
        keep("decisions", stages.decisions(), row -> text(values.decision(row)));
        keep("user-access", stages.userAccesses(), row -> text(values.userAccess(row)));
        keep("feed", stages.feedOfDirectory(), this::feedText);
        keep("feed", stages.feedOfVisibility(), this::feedText);
        accesses.forEach(stages::access);
        contacts.forEach(stages::contactAccess);
        encounters.forEach(stages::encounter);
        return !(accesses.isEmpty() && contacts.isEmpty() && encounters.isEmpty());
    }

    private List<Row> keep(String topic, List<Row> rows, Function<Row, String> text) {
        for (Row row : rows) {
            if (row.keyPart(1).equals(workspaceId)) {
                List<String> before = told.computeIfAbsent(topic + " " + row.key(), unused -> new ArrayList<>());
                String next = text.apply(row) + headers(row);
                // How often progress is told goes by the clock: the same once more says nothing.
                if (before.isEmpty() || !before.get(before.size() - 1).equals(next)) {
                    before.add(next);
                }
            }
        }
        return rows;
    }

    /** How far a walk has come goes by the clock, too. */
    private String feedText(Row row) {
        FeedEntry entry = values.entry(row);
        LineState line = entry == null ? null : entry.getLine();
        return line == null
                ? text(entry)
                : text(FeedEntry.newBuilder(entry)
                        .setLine(LineState.newBuilder(line).setDone(0).build())
                        .build());
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static String headers(Row row) {
        return Arrays.stream(row.message().headers().toArray())
                .map(header -> " " + header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .sorted()
                .toList()
                .toString();
    }
}
