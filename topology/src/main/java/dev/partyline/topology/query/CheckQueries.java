package dev.partyline.topology.query;

import dev.partyline.schema.NumberAccess;
import dev.partyline.schema.Policy;
import dev.partyline.schema.Routing;
import dev.partyline.schema.RoutingMode;
import dev.partyline.topology.query.check.Action;
import dev.partyline.topology.query.check.Check;
import dev.partyline.topology.query.check.CheckAnswer;
import dev.partyline.topology.query.check.CheckRules;
import dev.partyline.topology.query.check.RecordKey;
import dev.partyline.topology.query.check.Standing;
import dev.partyline.topology.query.check.ViewRules;
import dev.partyline.topology.query.check.Viewing;
import dev.partyline.topology.query.explain.ExplainRules;
import dev.partyline.topology.query.explain.Explanation;
import dev.partyline.topology.visibility.AppliedAccess;
import java.util.List;
import java.util.Optional;

/** Gathers what a question is about, and asks the rules. */
final class CheckQueries {
    private final DirectoryQueries directory;
    private final NumberQueries numbers;

    CheckQueries(DirectoryQueries directory, NumberQueries numbers) {
        this.directory = directory;
        this.numbers = numbers;
    }

    CheckAnswer check(String workspaceId, Check check) {
        Standing standing = directory.standing(workspaceId, check.userId());
        if (check.record().isPresent()) {
            RecordKey key = check.record().get();
            return viewing(workspaceId, standing, key)
                    .map(ViewRules::answer)
                    .orElseGet(() -> ViewRules.withoutRecord(standing, key));
        }
        return check.action() == Action.ASSIGN
                ? CheckRules.assign(standing)
                : CheckRules.onNumber(
                        check.action(),
                        standing,
                        access(workspaceId, check.number().orElseThrow(), standing.policy()));
    }

    Optional<Explanation> explain(String workspaceId, String userId, RecordKey key) {
        return viewing(workspaceId, directory.standing(workspaceId, userId), key)
                .map(viewing -> ExplainRules.explain(viewing, directory.deciders(workspaceId)));
    }

    private Optional<Viewing> viewing(String workspaceId, Standing standing, RecordKey key) {
        return numbers.record(workspaceId, key)
                .map(record -> new Viewing(
                        standing, record, access(workspaceId, key.number(), standing.policy()), numbers.owner(record)));
    }

    /** The number's access; that of nobody when no change has mentioned the number. */
    private NumberAccess access(String workspaceId, String number, Policy policy) {
        return numbers.applied(workspaceId, number)
                .map(AppliedAccess::access)
                .orElseGet(() -> NumberAccess.newBuilder()
                        .setWorkspaceId(workspaceId)
                        .setNumber(number)
                        .setPolicy(policy)
                        .setVersion(0)
                        .setRouting(new Routing(List.of(), RoutingMode.RING_ALL))
                        .setUsers(List.of())
                        .build());
    }
}
