package dev.partyline.topology.visibility;

import dev.partyline.schema.LineState;
import org.jspecify.annotations.Nullable;

/**
 * A user's line row as it must be told.
 *
 * @param state null: the row goes
 */
record LineRow(
        String userId,
        @Nullable LineState state,
        Cause cause,
        @Nullable String changeId) {}
