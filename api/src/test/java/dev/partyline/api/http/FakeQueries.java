package dev.partyline.api.http;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.LineState;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.RecordKind;
import dev.partyline.schema.TelephonyRecord;
import dev.partyline.schema.UserAccess;
import dev.partyline.schemas.FeedDigest;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.query.FeedPage;
import dev.partyline.topology.query.FeedPlace;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.FeedState;
import dev.partyline.topology.query.InstanceStatus;
import dev.partyline.topology.query.MemberPage;
import dev.partyline.topology.query.NotReadyException;
import dev.partyline.topology.query.NumberInUse;
import dev.partyline.topology.query.Page;
import dev.partyline.topology.query.PageQuery;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.Walks;
import dev.partyline.topology.query.check.Check;
import dev.partyline.topology.query.check.CheckAnswer;
import dev.partyline.topology.query.check.CheckRule;
import dev.partyline.topology.query.check.RecordKey;
import dev.partyline.topology.query.explain.Explanation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers what a test put in, and remembers what it was asked. */
final class FakeQueries implements Queries {
    final Map<String, NumberAccess> numbers = new ConcurrentHashMap<>();
    final Map<String, UserAccess> users = new ConcurrentHashMap<>();
    final Map<String, ChangeDecision> decisions = new ConcurrentHashMap<>();
    final List<FeedQuery> feedQueries = new ArrayList<>();
    final List<Duration> patience = new ArrayList<>();
    volatile FeedPage feed = new FeedPage(List.of(), Optional.empty(), List.of(), FeedPlace.START);
    volatile List<LineState> lines = List.of();
    final Map<Check, CheckAnswer> checks = new ConcurrentHashMap<>();
    final Map<RecordKey, Explanation> explanations = new ConcurrentHashMap<>();
    final List<PageQuery> pageQueries = new ArrayList<>();
    volatile MemberPage members = new MemberPage(new Page<>(List.of(), Optional.empty()), 0);
    volatile Page<NumberInUse> numbersInUse = new Page<>(List.of(), Optional.empty());
    volatile Page<TelephonyRecord> records = new Page<>(List.of(), Optional.empty());
    volatile Optional<RecordKind> kind = Optional.empty();
    volatile Walks walks = new Walks(List.of(), List.of(), List.of());
    volatile List<InstanceStatus> instances = List.of();
    volatile @Nullable RuntimeException failure;

    static NotReadyException notReady() {
        return new NotReadyException("the store is being restored", new IllegalStateException("restoring"));
    }

    synchronized void reset() {
        numbers.clear();
        users.clear();
        decisions.clear();
        feedQueries.clear();
        patience.clear();
        checks.clear();
        explanations.clear();
        pageQueries.clear();
        members = new MemberPage(new Page<>(List.of(), Optional.empty()), 0);
        numbersInUse = new Page<>(List.of(), Optional.empty());
        records = new Page<>(List.of(), Optional.empty());
        walks = new Walks(List.of(), List.of(), List.of());
        feed = new FeedPage(List.of(), Optional.empty(), List.of(), FeedPlace.START);
        lines = List.of();
        failure = null;
    }

    @Override
    public Optional<NumberAccess> number(String workspaceId, String number) {
        failIfTold();
        return Optional.ofNullable(numbers.get(Keys.ofNumber(workspaceId, number)));
    }

    @Override
    public Optional<UserAccess> user(String workspaceId, String userId) {
        failIfTold();
        return Optional.ofNullable(users.get(Keys.ofUser(workspaceId, userId)));
    }

    @Override
    public synchronized FeedPage feed(String workspaceId, String userId, FeedQuery query) {
        failIfTold();
        feedQueries.add(query);
        return feed;
    }

    @Override
    public List<LineState> lines(String workspaceId, String userId) {
        failIfTold();
        return lines;
    }

    /** What the test put in; else no, because nothing was. */
    @Override
    public CheckAnswer check(String workspaceId, Check check) {
        failIfTold();
        return checks.getOrDefault(check, new CheckAnswer(CheckRule.NOT_ASSIGNED, "the test says nothing of it"));
    }

    @Override
    public Optional<Explanation> explain(String workspaceId, String userId, RecordKey record) {
        failIfTold();
        return Optional.ofNullable(explanations.get(record))
                .filter(explanation -> explanation.userId().equals(userId));
    }

    @Override
    public synchronized MemberPage members(String workspaceId, PageQuery query) {
        failIfTold();
        pageQueries.add(query);
        return members;
    }

    @Override
    public synchronized Page<NumberInUse> numbers(String workspaceId, PageQuery query) {
        failIfTold();
        pageQueries.add(query);
        return numbersInUse;
    }

    @Override
    public synchronized Page<TelephonyRecord> records(
            String workspaceId, String number, PageQuery query, Optional<RecordKind> wanted) {
        failIfTold();
        pageQueries.add(query);
        kind = wanted;
        return number.equals(Samples.NUMBER) ? records : new Page<>(List.of(), Optional.empty());
    }

    @Override
    public FeedState feedState(String workspaceId, String userId) {
        failIfTold();
        return new FeedState(new FeedDigest(2, -1), new FeedPlace(3, 17));
    }

    @Override
    public Walks walks() {
        failIfTold();
        return walks;
    }

    @Override
    public List<InstanceStatus> instances() {
        failIfTold();
        return instances;
    }

    @Override
    public Optional<ChangeDecision> decision(String workspaceId, String changeId) {
        failIfTold();
        return Optional.ofNullable(decisions.get(changeId));
    }

    @Override
    public synchronized Optional<ChangeDecision> awaitEffective(String workspaceId, String changeId, Duration atMost) {
        patience.add(atMost);
        return decision(workspaceId, changeId);
    }

    private void failIfTold() {
        RuntimeException told = failure;
        if (told != null) {
            throw told;
        }
    }
}
