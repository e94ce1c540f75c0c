package dev.partyline.api.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A company and its day, as {@code day.yml} tells it.
 *
 * @param people names by userId
 * @param lines numbers by the short names that the script uses
 */
public record Day(
        String company, String workspace, Map<String, String> people, Map<String, String> lines, List<Event> events) {
    private static final String SCRIPT = "day.yml";

    /** The day that comes with Partyline. */
    public static Day read() {
        try (InputStream script = Day.class.getResourceAsStream(SCRIPT)) {
            return new ObjectMapper(new YAMLFactory()).readValue(script, Day.class);
        } catch (IOException e) {
            throw new UncheckedIOException(SCRIPT + ": " + e.getMessage(), e);
        }
    }
}
