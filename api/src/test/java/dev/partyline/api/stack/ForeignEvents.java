package dev.partyline.api.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an upstream system publishes in several workspaces, as lines of JSON for docs/clients/publish.*, and who sees what at
 * the end. Ana and Ben are put on and off lines time and again, so that one change lost or overtaken by another shows in the
 * decisions at least; each record comes in several revisions.
 */
final class ForeignEvents {
    static final List<String> USERS = List.of("ana", "ben");
    private static final int WORKSPACES = 4;
    private static final int NUMBERS = 2;
    private static final String WHO_ANSWERS = "ana";
    private static final long BEGIN = 1_700_000_000_000L;

    private final ObjectMapper json = new ObjectMapper();
    private final Random random;
    private final List<ObjectNode> events = new ArrayList<>();
    private final Map<String, Map<String, List<String>>> seen = new TreeMap<>();

    /** @param name what the workspaces' names begin with, so that nothing meets what another test has published */
    ForeignEvents(String name, Random random) {
        this.random = random;
        List<Deque<ObjectNode>> sequences = IntStream.range(0, WORKSPACES)
                .mapToObj(i -> name + "-" + i)
                .flatMap(this::workspace)
                .collect(Collectors.toCollection(ArrayList::new));
        while (!sequences.isEmpty()) {
            int next = random.nextInt(sequences.size());
            events.add(sequences.get(next).remove());
            if (sequences.get(next).isEmpty()) {
                sequences.remove(next);
            }
        }
    }

    /** One event a line, in the order in which they are published. */
    String lines() {
        return events.stream().map(event -> event + "\n").collect(Collectors.joining());
    }

    int size() {
        return events.size();
    }

    List<String> workspaces() {
        return List.copyOf(seen.keySet());
    }

    /** The workspace's changes, in the order in which they are published. */
    List<String> changeIds(String workspace) {
        return events.stream()
                .filter(event -> event.path("workspaceId").asText().equals(workspace) && event.has("changeId"))
                .map(event -> event.path("changeId").asText())
                .toList();
    }

    /** What each user sees at the end: ids of records, newest first. */
    Map<String, List<String>> seen(String workspace) {
        return seen.getOrDefault(workspace, Map.of());
    }

    private Stream<Deque<ObjectNode>> workspace(String workspace) {
        Map<String, List<String>> feeds = new TreeMap<>();
        USERS.forEach(user -> feeds.put(user, new ArrayList<>()));
        seen.put(workspace, feeds);
        // Backwards, so that what users see comes newest first.
        return IntStream.range(0, NUMBERS)
                .mapToObj(i -> number(workspace, NUMBERS - i, feeds))
                .flatMap(List::stream);
    }

    private List<Deque<ObjectNode>> number(String workspace, int n, Map<String, List<String>> feeds) {
        String number = "+1212" + (2_000_000 + random.nextInt(7_000_000));
        Set<String> assigned = new HashSet<>();
        List<Deque<ObjectNode>> sequences = new ArrayList<>();
        for (String user : USERS) {
            int switches = 5 + random.nextInt(4);
            sequences.add(switches(workspace, number, user, switches));
            if (switches % 2 == 1) {
                assigned.add(user);
            }
        }
        for (Kind kind : Kind.values()) {
            String recordId = kind.name().toLowerCase(Locale.ROOT) + "-" + n;
            sequences.add(kind.revisions(record(workspace, number, recordId, 10 * n - kind.ordinal())));
            // Nobody was assigned when the records began: the answered call is shown to who answered it, and to nobody
            // else.
            Set<String> viewers = kind == Kind.ANSWERED ? Set.of(WHO_ANSWERS) : assigned;
            feeds.forEach((user, feed) -> {
                if (viewers.contains(user)) {
                    feed.add(recordId);
                }
            });
        }
        return sequences;
    }

    private Deque<ObjectNode> switches(String workspace, String number, String user, int count) {
        Deque<ObjectNode> changes = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            ObjectNode change = json.createObjectNode()
                    .put("changeId", number.substring(1) + "-" + user + "-" + i)
                    .put("workspaceId", workspace);
            change.putObject("change")
                    .putObject(i % 2 == 0 ? "UserAssigned" : "UserUnassigned")
                    .put("number", number)
                    .put("userId", user);
            changes.add(change);
        }
        return changes;
    }

    private ObjectNode record(String workspace, String number, String recordId, int second) {
        return json.createObjectNode()
                .put("recordId", recordId)
                .put("workspaceId", workspace)
                .put("number", number)
                .put("peer", "Zoë, +1 212 555 0199")
                .put("direction", "INBOUND")
                .put("startedAt", BEGIN + second * 1_000L + 7);
    }

    /** Kinds of records, newest first. */
    private enum Kind {
        VOICEMAIL(2),
        MESSAGE(2),
        MISSED(3),
        ANSWERED(3);

        private static final List<String> FIRST_STATES = List.of("RINGING", "IN_PROGRESS");

        private final int revisions;

        Kind(int revisions) {
            this.revisions = revisions;
        }

        Deque<ObjectNode> revisions(ObjectNode record) {
            Deque<ObjectNode> all = new ArrayDeque<>();
            for (int i = 1; i <= revisions; i++) {
                all.add(content(record.deepCopy().put("revision", i), i));
            }
            return all;
        }

        private ObjectNode content(ObjectNode record, int revision) {
            switch (this) {
                case VOICEMAIL ->
                    record.put("kind", "VOICEMAIL")
                            .putObject("voicemail")
                            .put("durationSeconds", 12)
                            .put("transcript", "call me, " + revision + " ☎");
                case MESSAGE ->
                    record.put("kind", "MESSAGE")
                            .putObject("message")
                            .put("text", "revision " + revision)
                            .put("status", "RECEIVED")
                            .putArray("mediaUris")
                            .add("https://media.example/1");
                default -> call(record, revision);
            }
            return record;
        }

        private void call(ObjectNode record, int revision) {
            String last = this == MISSED ? "MISSED" : "COMPLETED";
            ObjectNode call = record.put("kind", "CALL")
                    .putObject("call")
                    .put("status", revision == revisions ? last : FIRST_STATES.get(revision - 1));
            call.putArray("participants");
            if (this == ANSWERED) {
                call.withArray("participants")
                        .addObject()
                        .put("userId", WHO_ANSWERS)
                        .put("role", "ANSWERED");
            }
        }
    }
}
