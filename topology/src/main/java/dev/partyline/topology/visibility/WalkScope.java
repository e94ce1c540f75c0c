package dev.partyline.topology.visibility;

import dev.partyline.topology.wiring.EngineCounters;

/**
 * What every kind of walk is told.
 *
 * @param chunk most records read in one go
 * @param counters where walks under way are counted
 */
record WalkScope(int chunk, EngineCounters counters) {}
