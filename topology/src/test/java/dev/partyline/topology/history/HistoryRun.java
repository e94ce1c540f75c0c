package dev.partyline.topology.history;

import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.history.NaiveRecords.Identity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Plays a history through the stages, whatever can overtake overtaking at random, and says what differs from the model:
 * each decision and access as it is told, the rows of a record as soon as a live event has told of it, the order of what
 * is told, and at rest the whole feed.
 */
final class HistoryRun {
    private static final int STEPS_TO_REST = 20_000;
    private static final int LIKELIEST = 8;

    private final History history;
    private final Stages stages;
    private final Fault fault;
    private final Random random;
    private final NaiveModel model = new NaiveModel();
    private final Findings findings;
    private final FeedLog feed;
    private final Verdicts verdicts;
    private final Queues<LoggedChange> changes;
    private final Deque<TelephonyRecord> records;
    private final Queues<Row> accesses;
    private final Queues<Row> views;
    private final Map<String, NumberAccess> applied = new HashMap<>();
    private final List<Row> held = new ArrayList<>();
    private int accessesTold;

    HistoryRun(History history, Stages stages, Fault fault) {
        this.history = history;
        this.stages = stages;
        this.fault = fault;
        this.random = History.random(history.seed(), 1);
        this.findings = new Findings(history);
        this.feed = new FeedLog(findings::add);
        this.verdicts = new Verdicts(model, stages, feed, findings);
        this.changes = new Queues<>(random);
        this.accesses = new Queues<>(random);
        this.views = new Queues<>(random);
        this.records = new ArrayDeque<>(history.records());
        history.changes().forEach(change -> changes.add(change.workspaceId(), change));
    }

    /** Plays it to the end. A stage that fails is an error that shows the history too. */
    Findings play() {
        try {
            return toTheEnd();
        } catch (RuntimeException e) {
            throw new AssertionError("a stage failed" + findings, e);
        }
    }

    private Findings toTheEnd() {
        List<Runnable> steps = steps();
        for (int i = 0; !atRest(); i++) {
            if (i > STEPS_TO_REST) {
                findings.add("no rest after " + i + " steps: " + stages.walks() + " walks under way");
                return findings;
            }
            steps.get(random.nextInt(steps.size())).run();
            collect();
        }
        feedRows(held);
        verdicts.atRest();
        return findings;
    }

    /** Each step as often as it is likely in this run; some runs starve the walks, some hold up the accesses. */
    private List<Runnable> steps() {
        List<Runnable> steps = new ArrayList<>();
        for (Runnable step : List.<Runnable>of(this::change, this::record, this::access, this::view, this::slice)) {
            for (int i = random.nextInt(LIKELIEST); i >= 0; i--) {
                steps.add(step);
            }
        }
        return steps;
    }

    private boolean atRest() {
        return changes.isEmpty() && records.isEmpty() && accesses.isEmpty() && views.isEmpty() && stages.walks() == 0;
    }

    private void change() {
        if (!changes.isEmpty()) {
            LoggedChange logged = changes.next();
            findings.step(logged.change().getChangeId() + " of " + logged.workspaceId());
            stages.change(logged);
            Expected expected = model.change(logged);
            List<String> decisions = stages.decisions().stream()
                    .map(row -> Expected.textOf(stages.values().decision(row)))
                    .toList();
            findings.compare("decisions on " + logged, List.of(expected.textFor(logged.change())), decisions);
        }
    }

    private void record() {
        if (!records.isEmpty()) {
            TelephonyRecord event = records.removeFirst();
            Identity identity = Identity.of(event);
            findings.step("record " + event.getRecordId() + " revision " + event.getRevision());
            Optional<TelephonyRecord> before = model.records().latest(identity);
            model.record(event);
            stages.record(event, history.seed());
            collect(RowHeaders::live);
            if (!model.records().latest(identity).equals(before)) {
                verdicts.live(identity, applied.get(Keys.ofNumber(identity.workspaceId(), identity.number())));
            }
        }
    }

    private void access() {
        if (!accesses.isEmpty()) {
            Row row = fault == Fault.SWAPPED_ACCESSES ? accesses.last() : accesses.next();
            NumberAccess access = stages.values().access(row);
            findings.step("access " + row.key() + " version " + access.getVersion());
            applied.put(row.key(), access);
            stages.access(row);
            collect();
            if (fault == Fault.NONE) {
                verdicts.lines(access);
            }
        }
    }

    private void view() {
        if (!views.isEmpty()) {
            stages.feedToView(views.next());
        }
    }

    private void slice() {
        findings.step("slice");
        stages.slice();
    }

    /** What the stages have put out goes into the queues; the feed's consumers have it at once. */
    private void collect() {
        collect(RowHeaders::caused);
    }

    /** @param headers says whether a row of visibility has those that it must have */
    private void collect(Predicate<Row> headers) {
        for (Row row : stages.accesses()) {
            NumberAccess access = stages.values().access(row);
            NaiveDirectory directory = model.directory(access.getWorkspaceId());
            findings.compare(
                    "access " + row.key(), AccessText.of(directory, access.getNumber()), AccessText.of(access));
            if (fault != Fault.LOST_ACCESSES || ++accessesTold % 4 != 0) {
                accesses.add(row.key(), row);
            }
        }
        stages.userAccesses().forEach(stages::userAccessToView);
        feedRows(stages.feedOfDirectory());
        List<Row> told = stages.feedOfVisibility();
        told.stream()
                .filter(headers.negate())
                .forEach(row -> findings.add(
                        "headers of " + row.key() + ": " + row.message().headers()));
        feedRows(fault.toFeed(told, held));
    }

    private void feedRows(List<Row> rows) {
        for (Row row : rows) {
            findings.step("  " + row.key() + (row.tombstone() ? " gone" : ""));
            feed.append(row.key(), stages.values().entry(row));
            views.add(row.keyPart(2), row);
        }
    }
}
