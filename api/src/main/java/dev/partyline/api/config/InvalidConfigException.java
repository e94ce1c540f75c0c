package dev.partyline.api.config;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A configuration that cannot be used. The message has all that is wrong with it, a line each. */
public final class InvalidConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidConfigException(String source, List<ConfigFault> faults) {
        super(source + " cannot be used:"
                + faults.stream().map(fault -> "\n  " + fault).collect(joining()));
    }
}
