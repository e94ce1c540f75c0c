package dev.partyline.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A user who is granted sight and loses it again, on numbers that nobody else changes; and all that reaches them. */
final class RevokedUser implements Callable<Boolean> {
    private static final long FIRST_RECORD_WITHIN_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final int user;
    private final Revocations bench;
    private final Company company;
    private final Changes changes;
    /** By number that was taken away: how many calls had been published then; a later one must never come. */
    private final Map<Integer, Gone> goneSince = new ConcurrentHashMap<>();

    private volatile int current;
    private volatile long asked;
    private volatile boolean waiting;
    private volatile Object stream = "no stream";

    RevokedUser(int user, Revocations bench, Company company, Changes changes) {
        this.user = user;
        this.bench = bench;
        this.company = company;
        this.changes = changes;
    }

    /** A number that was taken away. */
    private record Gone(Way way, int calls, long since) {}

    int index() {
        return user;
    }

    /** @param follower says of itself what it is at */
    void followedBy(Object follower) {
        stream = follower;
    }

    @Override
    public Boolean call() throws InterruptedException {
        for (int turn = 0; bench.next(); turn++) {
            Way way = Way.of(turn);
            int number = user * Revocations.NUMBERS_PER_WORKER + turn % Revocations.NUMBERS_PER_WORKER;
            goneSince.remove(number);
            long grant = grant(way, number);
            call(way, number);
            long revoke = revoke(way, number);
            call(way, number);
            call(way, number);
            restore(way, number);
            bench.done(way, grant, revoke);
        }
        return true;
    }

    /** An event of the user's stream. */
    void streamEvent(String name, JsonNode data) {
        if (name.equals("record")) {
            JsonNode call = data.path("record");
            String number = call.path("number").asText();
            if (waiting && Size.indexOf(number) == current) {
                waiting = false;
                bench.firstRecord(System.nanoTime() - asked);
            }
            check(true, call.path("recordId").asText(), number);
        }
    }

    /** A row of the topic that shows a record to the user. */
    void topicRow(String recordId, String number) {
        check(false, recordId, number);
    }

    private void check(boolean onStream, String recordId, String number) {
        Gone gone = goneSince.get(Size.indexOf(number));
        if (gone == null) {
            return;
        }
        if (Company.indexOf(recordId) > gone.calls()) {
            bench.leak(onStream, Size.user(user) + ' ' + recordId + " on " + number);
        } else if (onStream) {
            bench.late(gone.way(), System.nanoTime() - gone.since());
        }
    }

    private void call(Way way, int number) {
        company.call(number, way == Way.CONTACT ? Way.contactOf(number) : null);
    }

    private long grant(Way way, int number) throws InterruptedException {
        current = number;
        asked = System.nanoTime();
        waiting = way == Way.ASSIGNMENT;
        if (way == Way.RACE) {
            changes.submitted(user, way.grant(number, user));
            return 0;
        }
        changes.effective(user, way.grant(number, user));
        long took = System.nanoTime() - asked;
        while (waiting) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            if (System.nanoTime() - asked > FIRST_RECORD_WITHIN_NANOS) {
                bench.giveUp();
                throw new IllegalStateException(Instant.now() + " " + Size.user(user) + " is sent no record of "
                        + Size.number(number) + ", which was assigned; its stream: " + stream);
            }
        }
        return took;
    }

    private long revoke(Way way, int number) throws InterruptedException {
        long began = System.nanoTime();
        changes.effective(user, way.revoke(number, user));
        goneSince.put(number, new Gone(way, company.calls(), System.nanoTime()));
        return System.nanoTime() - began;
    }

    /** Who was deactivated loses the line before being active again, so that its calls stay theirs no more. */
    private void restore(Way way, int number) throws InterruptedException {
        if (way == Way.MEMBERSHIP) {
            changes.effective(user, Way.onNumber("UserUnassigned", number, user));
            changes.effective(user, Way.member(user, true));
        }
    }
}
