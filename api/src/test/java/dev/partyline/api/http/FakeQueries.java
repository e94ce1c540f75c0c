package dev.partyline.api.http;

import dev.partyline.schema.ChangeDecision;
import dev.partyline.schema.LineState;
import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.UserAccess;
import dev.partyline.schemas.Keys;
import dev.partyline.topology.query.FeedPage;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.NotReadyException;
import dev.partyline.topology.query.Queries;
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
    volatile FeedPage feed = new FeedPage(List.of(), Optional.empty());
    volatile List<LineState> lines = List.of();
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
        feed = new FeedPage(List.of(), Optional.empty());
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
