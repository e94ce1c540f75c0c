/**
 * DESIGN 3, 4 and 6 once more, slow and obvious, without the engine's code: what must come of a history. The tests judge
 * the engine by it, and {@code ./partyline verify} a running one.
 *
 * <p>{@code NaiveLine}, {@code NaiveMember}, {@code NaiveNumber} and {@code NaivePolicies} are a directory's parts,
 * {@code NaiveDirectory} applies changes by {@code NaiveRefusals}, {@code NaiveRecords} keeps each record's latest revision,
 * {@code NaiveSight} says who sees one, {@code NaiveModel} has it all. {@code FeedText} tells rows so that they can be compared.
 */
@NullMarked
package dev.partyline.model;

import org.jspecify.annotations.NullMarked;
