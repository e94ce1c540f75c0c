package dev.partyline.topology.history;

import dev.partyline.model.Expected;
import dev.partyline.model.LoggedChange;
import dev.partyline.model.NaiveModel;
import dev.partyline.model.NaiveRecords.Identity;
import dev.partyline.schema.ContactAccess;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.TelephonyRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Plays a history through the stages, whatever can overtake overtaking at random, and says what differs from the model:
 * each decision and access as it is told, the rows of a record as soon as a live event has told of it, the order of what
 * is told, and at rest the whole feed.
 */
final class HistoryRun {
    private static final int STEPS_TO_REST = 40_000;
    private static final int LIKELIEST = 8;

    private final History history;
    private final Stages stages;
    private final Fault fault;
    private final Random random;
    private final NaiveModel model;
    private final FeedLog feed;
    private final Findings findings;
    private final Verdicts verdicts;
    private final RowHeaders headers;
    private final Queues<LoggedChange> changes;
    private final Deque<TelephonyRecord> records;
    private final Traffic traffic;
    private final Collector collector;
    private final Arrived arrived = new Arrived();

    HistoryRun(History history, Stages stages, Fault fault) {
        this.history = history;
        this.stages = stages;
        this.fault = fault;
        this.random = History.random(history.seed(), 1);
        Judge judge = Judge.of(history);
        this.model = judge.model();
        this.feed = judge.feed();
        this.findings = judge.findings();
        this.verdicts = new Verdicts(judge, stages);
        this.headers = new RowHeaders(history);
        this.traffic = new Traffic(random);
        this.collector = new Collector(stages, fault, judge, traffic);
        this.changes = new Queues<>(random);
        this.records = new ArrayDeque<>(history.records());
        history.changes().forEach(change -> changes.add(change.workspaceId(), change));
    }

    /** All rows of feeds so far, in their order. */
    List<FeedMessage> log() {
        return feed.log();
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
                findings.add("no rest after " + i + " steps: " + stages.walks() + " walks under way, " + stages.untold()
                        + " numbers to be told");
                return findings;
            }
            steps.get(random.nextInt(steps.size())).run();
            collector.collect(headers::caused);
        }
        collector.release();
        verdicts.atRest();
        return findings;
    }

    /** Each step as often as it is likely in this run; some runs starve the walks, some hold up the accesses. */
    private List<Runnable> steps() {
        List<Runnable> steps = new ArrayList<>();
        for (Runnable step : List.<Runnable>of(
                this::change,
                this::record,
                this::encounter,
                this::access,
                this::contact,
                this::view,
                this::tell,
                this::slice)) {
            for (int i = random.nextInt(LIKELIEST); i >= 0; i--) {
                steps.add(step);
            }
        }
        return steps;
    }

    private boolean atRest() {
        return changes.isEmpty() && records.isEmpty() && traffic.isEmpty() && stages.atRest();
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
            collector.collect(headers::live);
            if (!model.records().latest(identity).equals(before)) {
                verdicts.live(identity, arrived);
            }
        }
    }

    private void encounter() {
        if (!traffic.encounters().isEmpty()) {
            Row row = traffic.encounters().next();
            findings.step("encounter of " + row.key());
            stages.encounter(row);
        }
    }

    private void access() {
        if (!traffic.accesses().isEmpty()) {
            Row row = next(traffic.accesses(), Fault.SWAPPED_ACCESSES);
            NumberAccess access = stages.values().access(row);
            findings.step("access " + row.key() + " version " + access.getVersion());
            arrived.access(access);
            stages.access(row);
            collector.collect(headers::caused);
            if (fault == Fault.NONE) {
                verdicts.lines(access);
            }
        }
    }

    private void contact() {
        if (!traffic.contacts().isEmpty()) {
            Row row = next(traffic.contacts(), Fault.SWAPPED_CONTACT_ACCESSES);
            ContactAccess access = stages.values().contactAccess(row);
            findings.step("contact access " + row.key() + " version " + access.getVersion());
            arrived.contact(access);
            stages.contactAccess(row);
        }
    }

    private Row next(Queues<Row> queues, Fault swapped) {
        return fault == swapped ? queues.last() : queues.next();
    }

    private void view() {
        if (!traffic.views().isEmpty()) {
            stages.feedToView(traffic.views().next());
        }
    }

    private void tell() {
        findings.step("the directory tells, " + stages.untold() + " to be told");
        stages.tell();
    }

    private void slice() {
        findings.step("slice");
        stages.slice();
    }
}
