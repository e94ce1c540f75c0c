package dev.partyline.topology.query.explain;

import dev.partyline.schema.Assigners;
import dev.partyline.topology.query.check.SharingRule;
import dev.partyline.topology.query.check.Viewing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What would have to change for a user to see a record. Each way is one that the engine's rules confirm, and none does
 * more than it takes.
 */
final class RemedyRules {
    /** Most changes in one way, besides making the user active. */
    private static final int MOST_STEPS = 3;

    private RemedyRules() {}

    static List<Remedy> remedies(Viewing viewing, Deciders deciders) {
        if (!viewing.reasons().isEmpty() || SharingRule.of(viewing.record()).isEmpty()) {
            return List.of();
        }
        Assigners assigners = viewing.standing().policy().getAssigners();
        return ways(viewing).stream()
                .map(way -> remedy(way, assigners, deciders))
                .toList();
    }

    /** Ways to sight; each a list of steps. None: only time helps, because the number has yet to learn of the user. */
    private static List<List<Step>> ways(Viewing viewing) {
        boolean active = viewing.standing().active();
        List<Step> first = active ? List.of() : List.of(StepRules.activate(viewing));
        if (!viewing.reasonsIfActive().isEmpty()) {
            return active ? List.of() : List.of(first);
        }
        Viewing ifActive = supposing(viewing, List.of(StepRules.activate(viewing)));
        return shortest(ifActive).stream()
                .map(way -> {
                    List<Step> whole = new ArrayList<>(first);
                    whole.addAll(way);
                    return List.copyOf(whole);
                })
                .toList();
    }

    /** Every set of steps that gives sight, and of which none can be left out; the small ones first. */
    private static List<List<Step>> shortest(Viewing viewing) {
        List<Step> steps = StepRules.possible(viewing);
        List<List<Step>> found = new ArrayList<>();
        IntStream.range(1, 1 << steps.size())
                .filter(set -> Integer.bitCount(set) <= MOST_STEPS)
                .boxed()
                .sorted(Comparator.comparing(Integer::bitCount))
                .map(set -> chosen(steps, set))
                .filter(way -> found.stream().noneMatch(way::containsAll))
                .filter(way -> !supposing(viewing, way).reasons().isEmpty())
                .forEachOrdered(found::add);
        return found;
    }

    private static List<Step> chosen(List<Step> steps, int set) {
        return IntStream.range(0, steps.size())
                .filter(i -> (set & 1 << i) != 0)
                .mapToObj(steps::get)
                .toList();
    }

    private static Viewing supposing(Viewing viewing, List<Step> steps) {
        Viewing supposed = viewing;
        for (Step step : steps) {
            supposed = step.supposed().apply(supposed);
        }
        return supposed;
    }

    private static Remedy remedy(List<Step> way, Assigners assigners, Deciders deciders) {
        Step.By by = way.stream().map(Step::by).max(Comparator.naturalOrder()).orElseThrow();
        return new Remedy(
                way.stream().map(Step::change).collect(Collectors.joining(" + ")),
                way.stream().map(Step::words).collect(Collectors.joining("; then ")),
                needs(by, assigners),
                members(by, deciders));
    }

    private static String needs(Step.By by, Assigners assigners) {
        return switch (by) {
            case ASSIGNERS -> assigners == Assigners.MEMBERS ? "any active member" : "an active OWNER or ADMIN";
            case ADMINISTRATORS -> "an active OWNER or ADMIN";
            case OWNERS -> "an active OWNER";
            case TELEPHONY -> "the telephony system that publishes the record";
        };
    }

    private static List<String> members(Step.By by, Deciders deciders) {
        return switch (by) {
            case ASSIGNERS -> deciders.assigners();
            case ADMINISTRATORS -> deciders.administrators();
            case OWNERS -> deciders.owners();
            case TELEPHONY -> List.of();
        };
    }
}
