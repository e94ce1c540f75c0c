package dev.partyline.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one contender came to in each round.
 *
 * @param group what was measured; contenders of one group are compared
 * @param contender whose figures these are
 * @param unit of the figures
 * @param rounds a figure for each round, in order; all contenders of a group have as many
 */
public record Figures(String group, String contender, String unit, List<Double> rounds) {
    /** What the others of a group are held against: no more than what must be done, and what one would do by hand. */
    public static final String FLOOR = "floor";

    public static final String PEER = "peer";

    public Figures {
        rounds = List.copyOf(rounds);
    }

    public Spread spread() {
        return Spread.of(rounds);
    }

    /** This as a share of a yardstick, round by round; empty: there is no such contender in the group, or it is this one. */
    public Optional<Spread> shareOf(String yardstick, List<Figures> all) {
        return all.stream()
                .filter(other -> other.group.equals(group) && other.contender.equals(yardstick))
                .filter(other -> !contender.equals(yardstick))
                .findFirst()
                .map(other -> Spread.of(IntStream.range(0, rounds.size())
                        .mapToObj(i -> rounds.get(i) / other.rounds.get(i))
                        .toList()));
    }

    /** The ratio of the medians; empty as {@link #shareOf} is. */
    public Optional<Double> medianShareOf(String yardstick, List<Figures> all) {
        return all.stream()
                .filter(other -> other.group.equals(group) && other.contender.equals(yardstick))
                .filter(other -> !contender.equals(yardstick))
                .findFirst()
                .map(other -> spread().median() / other.spread().median());
    }
}
