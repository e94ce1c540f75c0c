package dev.partyline.api.stream;

import dev.partyline.schema.LineState;
import dev.partyline.topology.query.FeedRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What decides which records a user is shown. Written by one thread, read by any. */
final class UserLines {
    private final Map<String, LineState> lines = new ConcurrentHashMap<>();
    private volatile Withholding withheld;
    private volatile boolean active;

    UserLines(FeedHead head) {
        head.lines().forEach(line -> lines.put(line.getNumber(), line));
        this.withheld = Withholding.of(lines.values());
        this.active = head.active();
    }

    void put(LineState line) {
        lines.put(line.getNumber(), line);
        withheld = withheld.with(line);
    }

    void remove(String number) {
        lines.remove(number);
        withheld = withheld.without(number);
    }

    void setActive(boolean nowActive) {
        active = nowActive;
    }

    boolean active() {
        return active;
    }

    Withholding withheld() {
        return withheld;
    }

    boolean shows(StreamEvent.Shown record) {
        FeedKey key = record.key();
        return active && FeedRules.shows(record.reasons(), key.startedAt(), lines.get(key.number()));
    }
}
