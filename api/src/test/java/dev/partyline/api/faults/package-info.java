/**
 * What befalls an installation from without, with real processes: engines and broker killed, stopped, paused, cut off from
 * one another, without room on their disk, under a clock that jumps. After each it must be healthy again by itself, and at
 * the end its topics must say what the model says.
 */
@NullMarked
package dev.partyline.api.faults;

import org.jspecify.annotations.NullMarked;
