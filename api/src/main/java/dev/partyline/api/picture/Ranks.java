package dev.partyline.api.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** The nodes of a sub-topology in columns: each stands right of all that forward to it. */
final class Ranks {
    private final Map<String, Integer> known = new HashMap<>();
    private final Subtopology subtopology;

    private Ranks(Subtopology subtopology) {
        this.subtopology = subtopology;
    }

    /** The columns from left to right, the nodes of each by name. */
    static List<List<Node>> of(Subtopology subtopology) {
        Ranks ranks = new Ranks(subtopology);
        List<List<Node>> columns = new ArrayList<>();
        subtopology.nodes().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(node -> ranks.column(columns, ranks.rank(node)).add(node));
        return columns;
    }

    private int rank(Node node) {
        Integer before = known.get(node.name());
        if (before != null) {
            return before;
        }
        int rank = node.predecessors().stream()
                .mapToInt(each -> rank(each) + 1)
                .max()
                .orElse(0);
        known.put(node.name(), rank);
        return rank;
    }

    private List<Node> column(List<List<Node>> columns, int rank) {
        while (columns.size() <= rank) {
            columns.add(new ArrayList<>(subtopology.nodes().size()));
        }
        return columns.get(rank);
    }
}
