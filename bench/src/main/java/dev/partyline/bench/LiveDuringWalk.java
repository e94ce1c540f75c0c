package dev.partyline.bench;

import dev.partyline.api.client.Connection;
import dev.partyline.api.client.Upstream;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.bench.process.Scratch;
import dev.partyline.bench.report.Figures;
import dev.partyline.schema.Call;
import dev.partyline.schema.CallStatus;
import dev.partyline.schema.ContactOwnerSet;
import dev.partyline.schema.Direction;
import dev.partyline.schema.DirectoryChange;
import dev.partyline.schema.HistoryPolicy;
import dev.partyline.schema.MemberSet;
import dev.partyline.schema.NumberPolicySet;
import dev.partyline.schema.Participant;
import dev.partyline.schema.ParticipantRole;
import dev.partyline.schema.Policy;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.Role;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAssigned;
import dev.partyline.schema.UserUnassigned;
import dev.partyline.topology.EngineConfig;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.Walks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Live delivery on a number with a long history, while a change of each kind makes a walk of it and while none does: from
 * the publishing of a call to its row in the hands of a committed consumer. Everything runs in this process.
 */
public final class LiveDuringWalk {
    private static final String WORKSPACE = "bench";
    private static final String NUMBER = "+12125550100";
    private static final String CONTACT = "customer-1";
    private static final String HANDLER = "handler";
    private static final int ASSIGNEES = 20;
    private static final int LIVE_PER_SECOND = 100;
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Upstream upstream;
    private final FeedTail tail;
    private final Queries queries;
    private final int history;
    private final Consumer<String> say;
    private final Map<String, List<Latencies>> live = new LinkedHashMap<>();
    private final long firstCallAt = System.currentTimeMillis() - DAY_MILLIS;

    private int changes;
    private int calls;

    private LiveDuringWalk(Upstream upstream, FeedTail tail, Queries queries, int history, Consumer<String> say) {
        this.upstream = upstream;
        this.tail = tail;
        this.queries = queries;
        this.history = history;
        this.say = say;
    }

    /**
     * Runs it.
     *
     * @param history records on the number
     * @param kinds of changes that make walks
     * @param say takes how it goes
     * @return p50 and p99 of live calls in each round, without a walk and during those of each kind
     */
    public static List<Figures> run(int history, Set<Kind> kinds, int rounds, Consumer<String> say) throws Exception {
        try (Scratch data = Scratch.create();
                EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(data.path()))) {
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
                return new LiveDuringWalk(upstream, tail, partyline.engine().queries(), history, say)
                        .run(kinds, rounds);
            }
        }
    }

    private List<Figures> run(Set<Kind> kinds, int rounds) throws InterruptedException {
        for (int user = 0; user < ASSIGNEES; user++) {
            // Under FROM_ASSIGNMENT every other user loses all, and the others nothing.
            Instant since = user % 2 == 0 ? null : Instant.ofEpochMilli(firstCallAt);
            change(since, new UserAssigned(NUMBER, "user" + user, null, null));
        }
        for (int i = 0; i < history; i++) {
            upstream.publish(i % 2 == 0 ? missed() : answered());
        }
        upstream.flush();
        tail.awaitRecords("user1", (history + 1) / 2);
        say("history: %,d calls on one number, %d assignees, %d live calls/s", history, ASSIGNEES, LIVE_PER_SECOND);
        for (int round = 1; round <= rounds; round++) {
            say("round %d%27s %10s %10s", round, "samples", "p50 ms", "p99 ms");
            Latencies without = new Latencies();
            live(without, Duration.ofSeconds(5));
            keep("no walk", without);
            for (Kind kind : kinds) {
                walks(kind);
            }
        }
        List<Figures> figures = new ArrayList<>();
        live.forEach((name, each) -> figures.add(figures("live p50", name, each, Latencies::p50)));
        live.forEach((name, each) -> figures.add(figures("live p99", name, each, Latencies::p99)));
        return figures;
    }

    private static Figures figures(
            String what, String name, List<Latencies> rounds, ToDoubleFunction<Latencies> percentile) {
        return new Figures(
                what, name, "ms", rounds.stream().map(percentile::applyAsDouble).toList());
    }

    private void keep(String name, Latencies latencies) {
        live.computeIfAbsent(name, unused -> new ArrayList<>()).add(latencies);
        say("%s", latencies.row("live, " + name));
    }

    /** What makes a walk of the whole history, and what undoes it. */
    public enum Kind {
        ASSIGNMENT(new UserUnassigned(NUMBER, "user0"), new UserAssigned(NUMBER, "user0", null, null)),
        POLICY(
                new NumberPolicySet(
                        NUMBER,
                        Policy.newBuilder()
                                .setHistory(HistoryPolicy.FROM_ASSIGNMENT)
                                .build()),
                new NumberPolicySet(NUMBER, null)),
        DEACTIVATION(new MemberSet("user0", Role.MEMBER, false, null), new MemberSet("user0", Role.MEMBER, true, null)),
        CONTACT_OWNER(new ContactOwnerSet(CONTACT, "owner"), new ContactOwnerSet(CONTACT, null)),
        /** Dated back to before the first call: half of the calls are shared after all, and are not. */
        DATED_BACK(new UserAssigned(NUMBER, HANDLER, null, null), new UserUnassigned(NUMBER, HANDLER));

        private final List<Object> changes;

        Kind(Object there, Object back) {
            this.changes = List.of(there, back);
        }
    }

    /** Makes the two walks of a kind with live calls all the while. */
    private void walks(Kind kind) throws InterruptedException {
        Latencies during = new Latencies();
        Latencies effective = new Latencies();
        Latencies walks = new Latencies();
        for (Object what : kind.changes) {
            long asked = System.nanoTime();
            String changeId = change(kind == Kind.DATED_BACK ? Instant.ofEpochMilli(firstCallAt) : null, what);
            upstream.flush();
            queries.awaitEffective(WORKSPACE, changeId, READY_WITHIN);
            long began = System.nanoTime();
            effective.add(began - asked);
            while (walking()) {
                live(during, Duration.ofMillis(100));
            }
            walks.add(System.nanoTime() - began);
        }
        keep(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), during);
        say("%s", effective.row("  to effective"));
        say("%s", walks.row("  then to its end"));
    }

    private boolean walking() {
        Walks walks = queries.walks();
        return !walks.numbers().isEmpty() || !walks.contacts().isEmpty();
    }

    private void live(Latencies latencies, Duration howLong) throws InterruptedException {
        long end = System.nanoTime() + howLong.toNanos();
        for (long next = System.nanoTime(); next < end; next += TimeUnit.SECONDS.toNanos(1) / LIVE_PER_SECOND) {
            LockSupport.parkNanos(next - System.nanoTime());
            TelephonyRecord call = missed();
            tail.watch("user1", call.getRecordId(), latencies);
            upstream.publish(call);
        }
        upstream.flush();
        tail.awaitWatched();
    }

    private String change(@Nullable Instant occurredAt, Object change) {
        String changeId = "change-" + changes++;
        upstream.publish(new DirectoryChange(changeId, WORKSPACE, null, occurredAt, change));
        return changeId;
    }

    private TelephonyRecord missed() {
        return call(new Call(CallStatus.MISSED, List.of(), null, null));
    }

    private TelephonyRecord answered() {
        return call(
                new Call(CallStatus.COMPLETED, List.of(new Participant(HANDLER, ParticipantRole.ANSWERED)), 60, null));
    }

    private TelephonyRecord call(Call call) {
        int number = ++calls;
        return TelephonyRecord.newBuilder()
                .setRecordId("call-" + number)
                .setWorkspaceId(WORKSPACE)
                .setNumber(NUMBER)
                .setPeer("+12125550199")
                .setContactId(CONTACT)
                .setDirection(Direction.INBOUND)
                .setStartedAt(Instant.ofEpochMilli(firstCallAt + number))
                .setRevision(1)
                .setKind(RecordKind.CALL)
                .setCall(call)
                .build();
    }

    private void say(String format, Object... values) {
        say.accept(String.format(Locale.ROOT, format, values));
    }
}
