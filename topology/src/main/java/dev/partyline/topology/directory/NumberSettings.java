package dev.partyline.topology.directory;

import dev.partyline.schema.Policy;
import java.util.Optional;

/**
 * What a number is, apart from its people.
 *
 * @param inUse false before the first mention, and again once released
 * @param policy its own; empty: the workspace's
 */
record NumberSettings(boolean inUse, Optional<String> label, Optional<Policy> policy) {
    static final NumberSettings UNUSED = new NumberSettings(false, Optional.empty(), Optional.empty());

    NumberSettings opened() {
        return new NumberSettings(true, label, policy);
    }

    NumberSettings withLabel(Optional<String> newLabel) {
        return new NumberSettings(inUse, newLabel, policy);
    }

    NumberSettings withPolicy(Optional<Policy> newPolicy) {
        return new NumberSettings(inUse, label, newPolicy);
    }
}
