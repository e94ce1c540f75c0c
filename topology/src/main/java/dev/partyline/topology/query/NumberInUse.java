package dev.partyline.topology.query;

import org.jspecify.annotations.Nullable;

/**
 * A number of a workspace.
 *
 * @param label what people call it; null: nothing
 * @param assignees how many users are assigned to it now
 */
public record NumberInUse(String number, @Nullable String label, int assignees) {}
