package dev.partyline.api.deadletters;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What became of letters that were to be sent again.
 *
 * @param sent those that Kafka has acknowledged
 * @param failed the others, and why each; they lie in {@code dead-letters} as before
 */
public record Resent(SortedSet<Place> sent, SortedMap<Place, String> failed) {}
