package dev.partyline.topology.history;

import dev.partyline.schema.FeedEntry;
import org.jspecify.annotations.Nullable;

/**
 * A row of the topic {@code feed}.
 *
 * @param entry null: a tombstone
 */
public record FeedMessage(String key, @Nullable FeedEntry entry) {}
