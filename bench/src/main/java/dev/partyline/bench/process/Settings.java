package dev.partyline.bench.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a part is told. Travels as one line: {@code name=value}, separated by tabs.
 *
 * @param values by name; neither holds tabs or line breaks
 */
public record Settings(Map<String, String> values) {
    private static final String SEPARATOR = "\t";

    public Settings {
        values = Map.copyOf(values);
    }

    static Settings parse(String line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : line.split(SEPARATOR, -1)) {
            int end = word.indexOf('=');
            values.put(word.substring(0, end), word.substring(end + 1));
        }
        return new Settings(values);
    }

    String line() {
        return values.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(SEPARATOR));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " among " + values.keySet());
        }
        return value;
    }

    /** As {@link #text}, a number. */
    public int number(String name) {
        return Integer.parseInt(text(name));
    }
}
