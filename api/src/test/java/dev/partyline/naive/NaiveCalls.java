package dev.partyline.naive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each user must see after a replay of call logs: the rules of DESIGN 3 and 4 stated again, slow and obvious. It
 * shares no code with the engine; the default policy holds (history ALL, mixedCalls HIDE). The files' rows become inbound
 * calls whose one participant is the agent, if any.
 */
public final class NaiveCalls {
    private static final String ASSIGNMENTS = "at,action,number,user";
    private static final String CALLS = "call_id,started_at,number,contact_id,agent,outcome,duration_s";

    /**
     * A user's row of the table.
     *
     * @param lines numbers on which the user is assigned at the end
     * @param records records that the user may see at the end
     */
    public record Sight(int lines, long records) {}

    private record Line(String number, String user) {}

    private record Switch(Instant at, boolean on) {}

    private record Call(String id, Instant startedAt, String number, String agent, boolean missed) {}

    /** What makes a call the same call (DESIGN 6); the workspace is one. */
    private record Identity(String number, Instant startedAt, String id) {}

    private final Map<Line, List<Switch>> switches = new LinkedHashMap<>();
    private final Map<Identity, Call> calls = new LinkedHashMap<>();

    /** Prints the table as CSV. Arguments: the assignments file, then the call files. */
    public static void main(String[] arguments) throws IOException {
        List<Path> files = Arrays.stream(arguments).map(Path::of).toList();
        System.out.println("user,lines,records");
        table(files.get(0), files.subList(1, files.size()))
                .forEach((user, sight) -> System.out.println(user + "," + sight.lines() + "," + sight.records()));
    }

    /** The table, by user: everyone who was ever assigned or took a call. */
    public static Map<String, Sight> table(Path assignments, List<Path> callLogs) throws IOException {
        NaiveCalls naive = new NaiveCalls();
        CsvRows.read(assignments, ASSIGNMENTS, naive::change);
        for (Path log : callLogs) {
            CsvRows.read(log, CALLS, naive::call);
        }
        return naive.table();
    }

    private void change(String[] row) {
        boolean on = switch (row[1]) {
            case "assign" -> true;
            case "unassign" -> false;
            default -> throw new IllegalArgumentException("neither assign nor unassign: " + row[1]);
        };
        Line line = new Line(row[2], row[3]);
        List<Switch> before = switches.getOrDefault(line, List.of());
        boolean wasOn = !before.isEmpty() && before.get(before.size() - 1).on();
        if (on == wasOn) {
            return; // UNCHANGED: no switch
        }
        Instant at = Instant.parse(row[0]);
        if (!before.isEmpty() && at.isBefore(before.get(before.size() - 1).at())) {
            at = before.get(before.size() - 1).at(); // never earlier than the line's previous switch
        }
        switches.computeIfAbsent(line, unused -> new ArrayList<>()).add(new Switch(at, on));
    }

    private void call(String[] row) {
        boolean missed = switch (row[5]) {
            case "missed" -> true;
            case "answered" -> false;
            default -> throw new IllegalArgumentException("neither missed nor answered: " + row[5]);
        };
        Call call = new Call(row[0], Instant.parse(row[1]), row[2], row[4], missed);
        Call same = calls.putIfAbsent(new Identity(call.number(), call.startedAt(), call.id()), call);
        if (same != null && !same.equals(call)) {
            throw new IllegalArgumentException("one record, two contents: " + same + " and " + call);
        }
    }

    private Map<String, Sight> table() {
        Set<String> users = new TreeSet<>();
        switches.keySet().forEach(line -> users.add(line.user()));
        calls.values().stream()
                .map(Call::agent)
                .filter(agent -> !agent.isEmpty())
                .forEach(users::add);
        Map<String, Long> records = new TreeMap<>();
        for (Call call : calls.values()) {
            for (String user : viewers(call)) {
                records.merge(user, 1L, Long::sum);
            }
        }
        Map<String, Sight> table = new TreeMap<>();
        for (String user : users) {
            table.put(user, new Sight(linesOf(user), records.getOrDefault(user, 0L)));
        }
        return table;
    }

    /** Each user once, whatever the number of reasons. */
    private Set<String> viewers(Call call) {
        Set<String> viewers = new HashSet<>();
        if (!call.agent().isEmpty()) {
            viewers.add(call.agent()); // PARTICIPANT
        }
        if (shared(call)) {
            for (Line line : switches.keySet()) {
                if (line.number().equals(call.number()) && assignedNow(line)) {
                    viewers.add(line.user()); // ASSIGNEE
                }
            }
        }
        return viewers;
    }

    private boolean shared(Call call) {
        if (call.missed()) {
            return true; // V3
        }
        if (call.agent().isEmpty()) {
            return true; // V4: no participants
        }
        return assignedAt(new Line(call.number(), call.agent()), call.startedAt()); // V4: all of them were assigned
    }

    private int linesOf(String user) {
        int lines = 0;
        for (Line line : switches.keySet()) {
            if (line.user().equals(user) && assignedNow(line)) {
                lines++;
            }
        }
        return lines;
    }

    private boolean assignedNow(Line line) {
        List<Switch> all = switches.getOrDefault(line, List.of());
        return !all.isEmpty() && all.get(all.size() - 1).on();
    }

    /** Half open: at the moment of a switch its new state holds, so that an interval of no length contains nothing. */
    private boolean assignedAt(Line line, Instant time) {
        boolean on = false;
        for (Switch one : switches.getOrDefault(line, List.of())) {
            if (!one.at().isAfter(time)) {
                on = one.on();
            }
        }
        return on;
    }
}
