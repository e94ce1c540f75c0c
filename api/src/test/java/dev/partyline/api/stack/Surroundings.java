package dev.partyline.api.stack;

import java.util.List;
import java.util.Map;

/**
 * Where a process is started.
 *
 * @param prefix what its command line begins with, as {@code ip netns exec name}
 * @param environment variables beside this process's own
 */
public record Surroundings(List<String> prefix, Map<String, String> environment) {
    /** Those of this process. */
    public static final Surroundings OWN = new Surroundings(List.of(), Map.of());

    public Surroundings {
        prefix = List.copyOf(prefix);
        environment = Map.copyOf(environment);
    }
}
