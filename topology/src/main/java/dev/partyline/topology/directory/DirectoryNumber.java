package dev.partyline.topology.directory;

import dev.partyline.schema.Routing;
import dev.partyline.schema.RoutingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A number of a workspace, and everyone who has or had to do with it. Immutable.
 *
 * @param lines by userId, in order
 */
record DirectoryNumber(NumberSettings settings, Routing routing, SortedMap<String, DirectoryLine> lines) {
    private static final long HEAP_BYTES = 500;
    private static final long HEAP_BYTES_PER_LINE = 240;

    /** Nobody rings. */
    static final Routing NOBODY = new Routing(List.of(), RoutingMode.RING_ALL);

    /** A number that no change has mentioned. */
    static final DirectoryNumber UNUSED =
            new DirectoryNumber(NumberSettings.UNUSED, NOBODY, Collections.emptySortedMap());

    DirectoryNumber {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** What it takes of the heap, roughly. */
    long heapBytes() {
        return HEAP_BYTES + HEAP_BYTES_PER_LINE * lines.size();
    }

    boolean inUse() {
        return settings.inUse();
    }

    DirectoryLine line(String userId) {
        return lines.getOrDefault(userId, DirectoryLine.NEW);
    }

    boolean routes(String userId) {
        return routing.getUserIds().contains(userId);
    }

    long assignedUsers() {
        return lines.values().stream().filter(DirectoryLine::assigned).count();
    }

    /** Whom the number knows, in order; whom it has once known it knows for ever. */
    SortedSet<String> users() {
        return new TreeSet<>(lines.keySet());
    }

    /** Users who have or had to do with the number, apart from those whom its records merely name. */
    long crowd() {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().leavesTrace() || routes(line.getKey()))
                .count();
    }

    /** The same number, knowing these users too. */
    DirectoryNumber knowing(Collection<String> userIds) {
        if (lines.keySet().containsAll(userIds)) {
            return this;
        }
        SortedMap<String, DirectoryLine> more = new TreeMap<>(lines);
        userIds.forEach(userId -> more.putIfAbsent(userId, DirectoryLine.NEW));
        return new DirectoryNumber(settings, routing, more);
    }

    DirectoryNumber opened() {
        return with(settings.opened());
    }

    DirectoryNumber with(NumberSettings newSettings) {
        return new DirectoryNumber(newSettings, routing, lines);
    }

    /** The same number, with those who ring known to it. */
    DirectoryNumber with(Routing newRouting) {
        return new DirectoryNumber(settings, newRouting, lines).knowing(newRouting.getUserIds());
    }

    DirectoryNumber with(String userId, DirectoryLine line) {
        return line.equals(line(userId)) ? this : withLines(Map.of(userId, line));
    }

    DirectoryNumber withLines(Map<String, DirectoryLine> changed) {
        SortedMap<String, DirectoryLine> newLines = new TreeMap<>(lines);
        newLines.putAll(changed);
        return new DirectoryNumber(settings, routing, newLines);
    }

    DirectoryNumber withoutRouted(String userId) {
        List<String> left = routing.getUserIds().stream()
                .filter(other -> !other.equals(userId))
                .toList();
        return routes(userId) ? with(new Routing(left, routing.getMode())) : this;
    }
}
