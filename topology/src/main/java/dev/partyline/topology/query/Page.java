package dev.partyline.topology.query;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next where the next page begins, as {@link PageQuery#after}: an id, a number or a record's position; empty:
 *     this was the last
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
