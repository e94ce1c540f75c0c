package dev.partyline.api.config;

import static java.util.stream.Collectors.joining;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The values of a YAML text, each under its dotted key: {@code http: {port: 1}} is {@code http.port}. */
final class YamlEntries {
    private final Map<String, ConfigEntry> entries = new LinkedHashMap<>();
    private final List<ConfigFault> faults;

    private YamlEntries(List<ConfigFault> faults) {
        this.faults = faults;
    }

    /** In the order of the text; what is wrong with its form goes to {@code faults}. */
    static Map<String, ConfigEntry> of(String text, List<ConfigFault> faults) {
        YamlEntries found = new YamlEntries(faults);
        try {
            found.addRoot(new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            faults.add(new ConfigFault("", line, "is not YAML: " + e.getProblem()));
        }
        return found.entries;
    }

    private void addRoot(@Nullable Node root) {
        if (root instanceof MappingNode mapping) {
            addAll("", mapping);
        } else {
            faults.add(new ConfigFault("", 0, "holds no settings: begin with the example"));
        }
    }

    private void addAll(String prefix, MappingNode mapping) {
        for (NodeTuple each : mapping.getValue()) {
            if (each.getKeyNode() instanceof ScalarNode name) {
                add(prefix + name.getValue(), each.getValueNode());
            } else {
                fault(prefix, each.getKeyNode(), "a key must be a word");
            }
        }
    }

    private void add(String key, Node value) {
        if (value instanceof MappingNode mapping) {
            addAll(key + ".", mapping);
        } else if (value instanceof SequenceNode list
                && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            put(key, value, list.getValue().stream().map(YamlEntries::text).collect(joining(",")));
        } else if (value instanceof ScalarNode) {
            put(key, value, text(value));
        } else {
            fault(key, value, "must be a value, or a list of values");
        }
    }

    private void put(String key, Node at, String value) {
        if (entries.putIfAbsent(key, new ConfigEntry(value, line(at))) != null) {
            fault(key, at, "stands twice: keep one");
        }
    }

    /** Nothing, and YAML's {@code null}, is the empty text. */
    private static String text(Node scalar) {
        return scalar.getTag().equals(Tag.NULL) ? "" : ((ScalarNode) scalar).getValue();
    }

    private void fault(String key, Node at, String message) {
        faults.add(new ConfigFault(key, line(at), message));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
