package dev.partyline.topology.query;

import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.directory.DirectoryReader;
import dev.partyline.topology.directory.DirectoryTopology;
import dev.partyline.topology.query.check.Member;
import dev.partyline.topology.query.check.Standing;
import dev.partyline.topology.query.explain.Deciders;
import dev.partyline.topology.query.explain.Remedy;
import dev.partyline.topology.state.StoredNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the workspaces' directories know: members, numbers, rights. */
final class DirectoryQueries {
    private final Stores stores;
    private final Topics topics;

    DirectoryQueries(Stores stores, Topics topics) {
        this.stores = stores;
        this.topics = topics;
    }

    Standing standing(String workspaceId, String userId) {
        return ask(
                workspaceId,
                directory -> new Standing(
                        userId,
                        directory.member(userId).map(stored -> Member.of(userId, stored)),
                        directory.mayAssign(userId),
                        directory.policy()));
    }

    Deciders deciders(String workspaceId) {
        return ask(
                workspaceId,
                directory -> new Deciders(
                        directory.assigners(Remedy.NAMED),
                        directory.administrators(Remedy.NAMED),
                        directory.owners(Remedy.NAMED)));
    }

    /** Reads all of the workspace's members, because they are counted. */
    MemberPage members(String workspaceId, PageQuery query) {
        List<Member> all = ask(workspaceId, directory -> {
            List<Member> found = new ArrayList<>();
            directory.members((userId, stored) -> found.add(Member.of(userId, stored)));
            return found;
        });
        List<Member> wanted = all.stream()
                .filter(member -> query.after()
                        .map(after -> member.userId().compareTo(after) > 0)
                        .orElse(true))
                .limit(query.limit() + 1L)
                .toList();
        long count = all.stream().filter(member -> !member.removed()).count();
        return new MemberPage(page(wanted, query.limit(), Member::userId), count);
    }

    Page<NumberInUse> numbers(String workspaceId, PageQuery query) {
        List<NumberInUse> all = ask(workspaceId, directory -> {
            List<NumberInUse> found = new ArrayList<>();
            directory.numbers(query.after().orElse(""), (number, stored) -> {
                if (stored.getInUse()) {
                    found.add(new NumberInUse(number, stored.getLabel(), assignees(stored)));
                }
                return found.size() <= query.limit();
            });
            return found;
        });
        return page(all, query.limit(), NumberInUse::number);
    }

    private <T> T ask(String workspaceId, Function<DirectoryReader, T> question) {
        return stores.ask(
                DirectoryTopology.DIRECTORY_STORE,
                topics.changes(),
                workspaceId,
                store -> question.apply(new DirectoryReader(store, workspaceId)));
    }

    /** @param found one more than the page holds, if there are more */
    private static <T> Page<T> page(List<T> found, int limit, Function<T, String> place) {
        return found.size() <= limit
                ? new Page<>(found, Optional.empty())
                : new Page<>(found.subList(0, limit), Optional.of(place.apply(found.get(limit - 1))));
    }

    private static int assignees(StoredNumber stored) {
        return (int) stored.getLines().stream()
                .map(line -> line.getSpans())
                .filter(spans -> !spans.isEmpty() && spans.get(spans.size() - 1).getTo() == null)
                .count();
    }
}
