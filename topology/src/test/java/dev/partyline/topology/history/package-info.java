/**
 * The independent judge: seeded random histories, run through the stages with random queues between them, and held
 * against a model that knows nothing of the engine.
 *
 * <p>In order: {@code History} is what happens, {@code HistoryGenerator} invents one of a {@code Flavour}; {@code Stages}
 * are the real ones, {@code HistoryRun} plays a history through them, {@code Collector} takes what they tell and
 * {@code Traffic} holds what is on its way, {@code FeedLog} watches the order of it, {@code Verdicts} holds it against the
 * model ({@code dev.partyline.model}), {@code Fault} shows that it would notice. {@code Isolated} plays one for what one
 * workspace is told.
 */
@NullMarked
package dev.partyline.topology.history;

import org.jspecify.annotations.NullMarked;
