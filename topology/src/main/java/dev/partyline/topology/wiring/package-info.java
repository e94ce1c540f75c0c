/** What every stage is built with: topics, serdes, partitioners, counters. */
@NullMarked
package dev.partyline.topology.wiring;

import org.jspecify.annotations.NullMarked;
