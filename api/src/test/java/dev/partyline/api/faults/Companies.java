package dev.partyline.api.faults;

import dev.partyline.model.LoggedChange;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.topology.history.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Several random histories at once, each in workspaces of its own. */
final class Companies {
    /** One of a history's milliseconds in real ones. */
    private static final int MILLIS = 50;

    private Companies() {}

    static History of(long seed, int howMany) {
        Random random = History.random(seed, 0);
        // Histories begin a second after the epoch.
        Instant epoch = Instant.now().minusMillis(1_000L * MILLIS);
        List<LoggedChange> changes = new ArrayList<>();
        List<TelephonyRecord> records = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            History one = History.of(random.nextInt(Integer.MAX_VALUE)).at(epoch, MILLIS);
            changes.addAll(one.changes());
            records.addAll(one.records());
        }
        changes.sort(Comparator.comparingLong(LoggedChange::appendedAt));
        Collections.shuffle(records, random);
        return new History(seed, changes, records);
    }
}
