package dev.partyline.api.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Plays one scenario in a workspace of its own. */
final class Play {
    private final World world;
    private final Scenario scenario;
    private final Workspace workspace;
    private final Times times = Times.of(Instant.now());
    private final Map<String, ObjectNode> records = new HashMap<>();
    private String now = Times.GIVEN;
    private boolean settled;

    private Play(World world, Scenario scenario, String workspaceId) {
        this.world = world;
        this.scenario = scenario;
        this.workspace = new Workspace(world, workspaceId, scenario.numbers());
    }

    /**
     * Plays {@code scenario} to its end.
     *
     * @param workspaceId one that nobody else uses
     * @throws AssertionError at the first step that does not go as the scenario says
     */
    static void play(World world, Scenario scenario, String workspaceId) {
        new Play(world, scenario, workspaceId).play();
    }

    Workspace workspace() {
        return workspace;
    }

    Times times() {
        return times;
    }

    /** A record as it was submitted last. */
    JsonNode record(String id) {
        ObjectNode record = records.get(id);
        if (record == null) {
            throw new IllegalArgumentException("no step has made the record " + id);
        }
        return record;
    }

    /** What the feed was told of a user's line. */
    List<String> told(String user, String number) {
        return world.told(workspace.feedLine(user, number));
    }

    private void play() {
        given();
        for (int i = 0; i < scenario.steps().size(); i++) {
            now = times.ofStep(i + 1);
            play("step " + (i + 1), scenario.steps().get(i));
        }
    }

    /** In one request. A preset that is the default leaves the policy unchanged. */
    private void given() {
        ObjectNode policy = JsonNodeFactory.instance.objectNode().put("type", "PolicySet");
        policy.set("policy", scenario.policy());
        List<ObjectNode> submitted = new ArrayList<>(List.of(policy));
        scenario.given().forEach(change -> submitted.add(dated(change)));
        List<String> decided = workspace.changes(submitted);
        expect("the policy", "ACCEPTED", decided.get(0).replace("UNCHANGED", "ACCEPTED"));
        expect("given", wanted(scenario.given()), decided.subList(1, decided.size()));
    }

    private void play(String where, Step step) {
        try {
            if (step instanceof Changes changes) {
                play(where, changes.all());
            } else if (step instanceof Happening happening) {
                submit(where, happening);
            } else if (step instanceof Expectation expected) {
                expect(where, expected, await(expected));
            }
        } catch (IllegalArgumentException e) {
            throw new AssertionError(place(where) + e.getMessage(), e);
        }
    }

    private void play(String where, List<Changes.Change> changes) {
        settled = false;
        List<ObjectNode> submitted = changes.stream().map(this::dated).toList();
        List<String> decided =
                submitted.size() == 1 ? List.of(workspace.change(submitted.get(0))) : workspace.changes(submitted);
        expect(where, wanted(changes), decided);
    }

    private static List<String> wanted(List<Changes.Change> changes) {
        return changes.stream().map(Changes.Change::is).toList();
    }

    private ObjectNode dated(Changes.Change change) {
        ObjectNode json = change.json().deepCopy();
        if (json.has("number")) {
            json.put("number", workspace.number(json.get("number").asText()));
        }
        return json.put(
                "occurredAt",
                times.instant(change.at() == null ? now : change.at()).toEpochMilli());
    }

    private void submit(String where, Happening happening) {
        settled = false;
        RecordForms forms = new RecordForms(workspace, times, now);
        ObjectNode record = happening instanceof Happening.Erase erase
                ? forms.erased(record(erase.id()))
                : forms.record(happening, records.get(happening.id()));
        records.put(happening.id(), record);
        expect(where, "stored", workspace.store(record));
    }

    private Expectation await(Expectation expected) {
        if (!settled) {
            world.settle();
            settled = true;
        }
        long deadline = System.nanoTime() + world.patience().toNanos();
        Expectation found = expected.found(this);
        while (!found.equals(expected) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            found = expected.found(this);
        }
        return found;
    }

    private void expect(String where, Object expected, Object found) {
        if (!found.equals(expected)) {
            throw new AssertionError(place(where) + "\n  expected " + expected + "\n  found    " + found);
        }
    }

    private String place(String where) {
        return scenario.file() + ": " + String.join(", ", scenario.ids()) + ": " + where + ": ";
    }
}
