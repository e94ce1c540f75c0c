package dev.partyline.api.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** A topology as SVG: one band for each sub-topology; sources on the left, sinks on the right, stores in their processor. */
public final class TopologyPicture {
    private static final int COLUMN = 330;
    private static final int WIDTH = 250;
    private static final int LINE = 16;
    private static final int GAP = 14;
    private static final int MARGIN = 20;
    private static final int TITLE = 30;

    private final Svg svg = new Svg();
    private int bottom = MARGIN;
    private int right;

    private TopologyPicture() {}

    /** The picture as an SVG document. */
    public static String of(TopologyDescription topology) {
        TopologyPicture picture = new TopologyPicture();
        topology.subtopologies().stream()
                .sorted(Comparator.comparingInt(Subtopology::id))
                .forEach(picture::band);
        return picture.svg.document(picture.right + MARGIN, picture.bottom);
    }

    private record Box(Node node, int left, int top, int height) {
        int middle() {
            return top + height / 2;
        }
    }

    private void band(Subtopology subtopology) {
        svg.heading(MARGIN, bottom + LINE, "Sub-topology " + subtopology.id());
        Map<String, Box> boxes = new HashMap<>();
        int lowest = bottom + TITLE;
        int left = MARGIN;
        for (List<Node> column : Ranks.of(subtopology)) {
            int top = bottom + TITLE;
            for (Node node : column) {
                Box box = new Box(node, left, top, (1 + words(node).size()) * LINE + GAP);
                boxes.put(node.name(), box);
                top += box.height() + GAP;
            }
            lowest = Math.max(lowest, top);
            right = Math.max(right, left + WIDTH);
            left += COLUMN;
        }
        boxes.values().stream()
                .sorted(Comparator.comparing(box -> box.node().name()))
                .forEach(box -> draw(box, boxes));
        bottom = lowest + GAP;
    }

    private void draw(Box box, Map<String, Box> boxes) {
        svg.box(box.left(), box.top(), WIDTH, box.height(), kind(box.node()));
        int line = box.top() + LINE + GAP / 2 - 3;
        svg.name(box.left() + GAP / 2, line, box.node().name());
        for (String words : words(box.node())) {
            line += LINE;
            svg.text(box.left() + GAP / 2, line, words);
        }
        for (Node next : box.node().successors()) {
            Box to = boxes.get(next.name());
            if (to != null) {
                svg.arrow(box.left() + WIDTH, box.middle(), to.left(), to.middle());
            }
        }
    }

    /** What stands below a node's name: the topics of a source or sink, the stores of a processor. */
    private static List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        if (node instanceof Source source) {
            sorted(source.topicSet()).forEach(topic -> words.add("topic " + topic));
        } else if (node instanceof Sink sink) {
            words.add("topic " + sink.topic());
        } else if (node instanceof Processor processor) {
            sorted(processor.stores()).forEach(store -> words.add("store " + store));
        }
        return words;
    }

    private static Set<String> sorted(Set<String> names) {
        return new TreeSet<>(names);
    }

    private static String kind(Node node) {
        return node instanceof Source ? "source" : node instanceof Sink ? "sink" : "processor";
    }
}
