/**
 * Who sees which record: keyed by number, where records and their number's access meet.
 *
 * <p>In order: {@code Access} is what is known of a number's users; {@code VisibilityRules} says who sees a record under
 * it; {@code FeedDiff} what must be told when the answer changes; {@code Segments} and {@code Walk} how far a number's
 * records have followed; {@code VisibilityProcessor} runs it.
 */
@NullMarked
package dev.partyline.topology.visibility;

import org.jspecify.annotations.NullMarked;
