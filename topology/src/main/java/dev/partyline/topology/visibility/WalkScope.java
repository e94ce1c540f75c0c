package dev.partyline.topology.visibility;

import dev.partyline.topology.wiring.EngineCounters;

/**
 * What every kind of walk is told.
 *
 * @param pace how much is done in one go
 * @param counters where walks under way are counted
 */
record WalkScope(WalkPace pace, EngineCounters counters) {}
