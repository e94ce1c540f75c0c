package dev.partyline.topology.history;

import dev.partyline.model.LoggedChange;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.TelephonyRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Invents a history from a seed. Times lie close together, so that they often fall on one another. */
final class HistoryGenerator {
    private static final long BEGIN = 1_000;
    private static final int LONGEST_STEP = 4;
    private static final int FURTHEST_DATE = 30;
    private static final int BEFORE = 5;
    private static final int DIFFERENT_TIMES = 12;
    private static final int MOST_CHANGES = 40;
    private static final int MOST_RECORDS = 24;

    private final long seed;
    private final Random random;
    private final Names names;
    private final Flavour flavour;
    private final RandomChanges changes;
    private final RandomRecords records;

    private HistoryGenerator(long seed) {
        this.seed = seed;
        this.random = History.random(seed, 0);
        this.names = new Names(random, Long.toString(Math.abs(seed), Character.MAX_RADIX));
        this.flavour = Flavour.of(random);
        this.changes = new RandomChanges(random, names, flavour);
        this.records = new RandomRecords(random, names, flavour);
    }

    static History of(long seed) {
        return new HistoryGenerator(seed).history();
    }

    private History history() {
        List<LoggedChange> log = new ArrayList<>(flavour == Flavour.MANAGED ? foundations() : List.of());
        long now = BEGIN;
        for (int i = 2 + random.nextInt(MOST_CHANGES); i > 0; i--) {
            now += random.nextInt(LONGEST_STEP);
            log.add(logged(log, now));
        }
        List<Long> times = random.longs(DIFFERENT_TIMES, BEGIN - BEFORE, now + BEFORE)
                .boxed()
                .toList();
        List<TelephonyRecord> events = new ArrayList<>();
        for (int i = 1 + random.nextInt(MOST_RECORDS); i > 0; i--) {
            events.addAll(records.next(times.get(random.nextInt(times.size()))));
        }
        Collections.shuffle(events, random);
        return new History(seed, log, events);
    }

    private List<LoggedChange> foundations() {
        List<LoggedChange> log = new ArrayList<>();
        for (String workspaceId : names.workspaces()) {
            for (Object change : changes.foundation()) {
                String changeId = "c" + log.size();
                log.add(new LoggedChange(new DirectoryChange(changeId, workspaceId, null, null, change), BEGIN));
            }
        }
        return log;
    }

    private LoggedChange logged(List<LoggedChange> before, long now) {
        if (!before.isEmpty() && random.nextInt(10) == 0) {
            LoggedChange first = before.get(random.nextInt(before.size()));
            return random.nextBoolean()
                    ? new LoggedChange(first.change(), now)
                    : change(first.change().getChangeId(), first.workspaceId(), now);
        }
        return change("c" + before.size(), names.workspace(), now);
    }

    private LoggedChange change(String changeId, String workspaceId, long now) {
        return new LoggedChange(new DirectoryChange(changeId, workspaceId, actor(), date(now), changes.next()), now);
    }

    private @Nullable String actor() {
        return random.nextInt(5) == 0 ? names.person() : null;
    }

    /** None, the past, now, the future. */
    private @Nullable Instant date(long now) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> null;
            case 2, 3 -> Instant.ofEpochMilli(now - random.nextInt(FURTHEST_DATE));
            default -> Instant.ofEpochMilli(now + random.nextInt(FURTHEST_DATE));
        };
    }
}
