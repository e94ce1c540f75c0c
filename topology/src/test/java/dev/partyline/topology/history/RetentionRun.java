package dev.partyline.topology.history;

import dev.partyline.model.LoggedChange;
import dev.partyline.model.NaivePolicies;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.Policy;
import dev.partyline.schema.PolicySet;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schemas.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lets days pass between changes and records. What was never too old must be there, what is too old now must be gone; what
 * was too old once, under a policy that has been loosened since, may be either.
 */
final class RetentionRun {
    private static final Duration BEFORE = Duration.ofDays(20);
    private static final Duration MORE_THAN_A_ROUND = Duration.ofMinutes(11);
    /** Everything else takes whole minutes, so that no record is ever within a few steps of being too old. */
    private static final Duration OFF_THE_MINUTE = Duration.ofSeconds(30);

    private static final int STEPS = 60;
    private static final int OLDEST_HOURS = 24 * 6;
    private static final List<Policy> POLICIES = Stream.of(1, 2, 4)
            .map(days -> NaivePolicies.but().setRetentionDays(days).build())
            .toList();

    private final Stages stages;
    private final Consumer<Duration> clock;
    private final Random random;
    private final Names names;
    private final RandomRecords records;
    private final RandomChanges changes;
    private final Judge judge;
    private final Map<String, Long> highestCutoffs = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private int changed;

    /** @param clock of the stages: lets so much time pass for them */
    RetentionRun(long seed, Stages stages, Consumer<Duration> clock) {
        this.clock = clock;
        this.stages = stages;
        this.random = History.random(seed, 1);
        this.names = new Names(random, Long.toString(seed, Character.MAX_RADIX));
        this.records = new RandomRecords(random, names, Flavour.MIXED);
        this.changes = new RandomChanges(random, names, Flavour.LINES);
        this.judge = Judge.of(new History(seed, List.of(), List.of()));
    }

    Findings play() {
        timePasses(BEFORE);
        for (int i = 0; i < STEPS; i++) {
            switch (random.nextInt(6)) {
                case 0 -> timePasses(Duration.ofHours(random.nextInt(24)));
                case 1 -> change(policy());
                case 2, 3 -> change(changes.next());
                default -> record();
            }
        }
        timePasses(Duration.ZERO);
        return judge.findings();
    }

    private Object policy() {
        Policy policy = random.nextInt(3) == 0 ? NaivePolicies.DEFAULT : POLICIES.get(random.nextInt(POLICIES.size()));
        return random.nextBoolean() ? new PolicySet(policy) : new NumberPolicySet(names.number(), policy);
    }

    private void change(Object change) {
        DirectoryChange wrapped = new DirectoryChange("c" + changed++, names.workspace(), null, null, change);
        LoggedChange logged = new LoggedChange(wrapped, now.toEpochMilli());
        judge.findings().step(logged.toString());
        stages.change(logged);
        judge.model().change(logged);
        settle();
    }

    private void record() {
        Instant startedAt =
                now.minus(Duration.ofHours(random.nextInt(OLDEST_HOURS))).minus(OFF_THE_MINUTE);
        for (TelephonyRecord event : records.next(startedAt.toEpochMilli())) {
            judge.findings().step(now + " record " + event.getRecordId() + " of " + startedAt);
            judge.model().record(event);
            stages.record(event, now.toEpochMilli());
            settle();
        }
    }

    /** So much, and then as much as it takes the sweep to come round. */
    private void timePasses(Duration time) {
        now = now.plus(time);
        judge.findings().step("it is " + now);
        clock.accept(time);
        settle();
        now = now.plus(MORE_THAN_A_ROUND);
        clock.accept(MORE_THAN_A_ROUND);
        settle();
        verdict();
    }

    /** Until nothing is on its way; with each step 10 ms pass, which makes nothing too old here. */
    private void settle() {
        boolean moving = true;
        while (moving || !stages.atRest()) {
            moving = deliver();
            stages.tell();
            stages.slice();
        }
        deliver();
        for (String workspaceId : judge.model().workspaces()) {
            for (String number : names.numbers()) {
                highestCutoffs.merge(Keys.ofNumber(workspaceId, number), cutoff(workspaceId, number), Long::max);
            }
        }
    }

    private boolean deliver() {
        Stream.of(stages.feedOfDirectory(), stages.feedOfVisibility())
                .flatMap(List::stream)
                .forEach(row -> judge.feed().append(row.key(), stages.values().entry(row)));
        List<Row> accesses = stages.accesses();
        List<Row> contacts = stages.contactAccesses();
        List<Row> encounters = stages.encounters();
        accesses.forEach(stages::access);
        contacts.forEach(stages::contactAccess);
        encounters.forEach(stages::encounter);
        return !(accesses.isEmpty() && contacts.isEmpty() && encounters.isEmpty());
    }

    private void verdict() {
        Map<String, String> expected = judge.model().recordRows();
        Map<String, String> shown = judge.feed().shown();
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(shown.keySet());
        for (String key : keys) {
            String[] parts = key.split("\\|", -1);
            String numberKey = Keys.ofNumber(parts[0], parts[5]);
            long startedAt = Long.MAX_VALUE - Long.parseLong(parts[3]);
            String found = shown.getOrDefault(key, "absent");
            if (startedAt < cutoff(parts[0], parts[5])) {
                judge.findings().compare("too old " + key, "absent", found);
            } else if (startedAt >= highestCutoffs.getOrDefault(numberKey, 0L) || !found.equals("absent")) {
                judge.findings().compare("row " + key, expected.getOrDefault(key, "absent"), found);
            }
        }
    }

    /** Milliseconds since the epoch before which records are too old now. */
    private long cutoff(String workspaceId, String number) {
        Integer days = judge.model().directory(workspaceId).policyOn(number).getRetentionDays();
        return days == null ? 0 : now.minus(Duration.ofDays(days)).toEpochMilli();
    }
}
