package dev.partyline.api.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/**
 * Puts environment variables into values: {@code ${NAME}}, or {@code ${NAME:-default}} where it may be missing. The file
 * is parsed before, so that a secret may have any characters, and what it holds is not looked into again.
 */
final class Environment {
    private final StringSubstitutor substitutor;

    Environment(Map<String, String> variables) {
        this.substitutor = new StringSubstitutor(variables)
                .setEnableUndefinedVariableException(true)
                .setDisableSubstitutionInValues(true);
    }

    /** {@code entries} with their variables replaced; those that cannot be are left out and go to {@code faults}. */
    Map<String, ConfigEntry> substitute(Map<String, ConfigEntry> entries, List<ConfigFault> faults) {
        Map<String, ConfigEntry> replaced = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            try {
                replaced.put(key, new ConfigEntry(substitutor.replace(entry.value()), entry.line()));
            } catch (IllegalArgumentException e) {
                faults.add(new ConfigFault(
                        key,
                        entry.line(),
                        "an environment variable of " + entry.value()
                                + " is not set: set it, or give a default, as in ${NAME:-default}"));
            }
        });
        return replaced;
    }
}
