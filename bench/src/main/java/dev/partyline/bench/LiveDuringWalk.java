package dev.partyline.bench;

import dev.partyline.api.client.Connection;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import dev.partyline.topology.EngineConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Live delivery on a number with a long history, while users are assigned and unassigned on it and while they are not:
 * from the publishing of a call to its row in the hands of a committed consumer. Everything runs in this process.
 */
public final class LiveDuringWalk {
    private static final String WORKSPACE = "bench";
    private static final String NUMBER = "+12125550100";
    private static final int ASSIGNEES = 20;
    private static final int LIVE_PER_SECOND = 100;
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Upstream upstream;
    private final FeedTail tail;
    private final int history;
    private final long firstCallAt = System.currentTimeMillis() - DAY_MILLIS;

    private int changes;
    private int calls;

    private LiveDuringWalk(Upstream upstream, FeedTail tail, int history) {
        this.upstream = upstream;
        this.tail = tail;
        this.history = history;
    }

    /** @param args how many records the history has (default 170,000), and how many rounds are measured (default 5) */
    public static void main(String[] args) throws Exception {
        int history = args.length > 0 ? Integer.parseInt(args[0]) : 170_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path data = Files.createTempDirectory("partyline-bench");
        try (EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(data))) {
            if (!partyline.awaitReady(READY_WITHIN)) {
                throw new IllegalStateException("the engine is not ready after " + READY_WITHIN);
            }
            Connection connection = new Connection(
                    partyline.bootstrapServers(),
                    partyline.registryUri().toString(),
                    EngineConfig.DEFAULT_APPLICATION_ID,
                    partyline.topics());
            try (Upstream upstream = new Upstream(connection);
                    FeedTail tail = FeedTail.start(connection)) {
                new LiveDuringWalk(upstream, tail, history).run(rounds);
            }
        }
    }

    private void run(int rounds) throws InterruptedException {
        for (int user = 0; user < ASSIGNEES; user++) {
            assign("user" + user);
        }
        for (int i = 0; i < history; i++) {
            upstream.publish(call());
        }
        upstream.flush();
        tail.awaitRecords("user1", history);
        say("history: %,d calls on one number, %d assignees, %d live calls/s", history, ASSIGNEES, LIVE_PER_SECOND);
        List<Double> p99Without = new ArrayList<>();
        List<Double> p99During = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Latencies without = new Latencies();
            live(without, Duration.ofSeconds(5));
            Latencies during = new Latencies();
            Latencies effective = new Latencies();
            Latencies walks = new Latencies();
            walk(during, effective, walks);
            p99Without.add(without.p99());
            p99During.add(during.p99());
            say("round %d%27s %10s %10s", round, "samples", "p50 ms", "p99 ms");
            say("%s", without.row("live, no walk"));
            say("%s", during.row("live, during walks"));
            say("%s", effective.row("change to line row"));
            say("%s", walks.row("line row to end of walk"));
        }
        say(
                "live p99 ms, median (least to most) of %d rounds: no walk %s, during walks %s",
                rounds, Latencies.spread(p99Without), Latencies.spread(p99During));
    }

    /** Lets user0 go and come back, with live calls all the while. */
    private void walk(Latencies during, Latencies effective, Latencies walks) throws InterruptedException {
        for (boolean leave : new boolean[] {true, false}) {
            long asked = System.nanoTime();
            long turn = tail.turnOf("user0");
            if (leave) {
                unassign("user0");
            } else {
                assign("user0");
            }
            upstream.flush();
            while (!tail.settledAfter("user0", turn)) {
                live(during, Duration.ofMillis(100));
            }
            effective.add(tail.lineRowAt("user0") - asked);
            walks.add(tail.settledAt("user0") - tail.lineRowAt("user0"));
        }
    }

    private void live(Latencies latencies, Duration howLong) throws InterruptedException {
        long end = System.nanoTime() + howLong.toNanos();
        for (long next = System.nanoTime(); next < end; next += TimeUnit.SECONDS.toNanos(1) / LIVE_PER_SECOND) {
            LockSupport.parkNanos(next - System.nanoTime());
            TelephonyRecord call = call();
            tail.watch("user1", call.getRecordId(), latencies);
            upstream.publish(call);
        }
        upstream.flush();
        tail.awaitWatched();
    }

    private void assign(String user) {
        change(new UserAssigned(NUMBER, user, null, null));
    }

    private void unassign(String user) {
        change(new UserUnassigned(NUMBER, user));
    }

    private void change(Object change) {
        upstream.publish(new DirectoryChange("change-" + changes++, WORKSPACE, null, null, change));
    }

    private TelephonyRecord call() {
        int number = calls++;
        return TelephonyRecord.newBuilder()
                .setRecordId("call-" + number)
                .setWorkspaceId(WORKSPACE)
                .setNumber(NUMBER)
                .setPeer("+12125550199")
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(firstCallAt + number))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(new Call(CallStatus.MISSED, List.of(), null, null))
                .build();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
