/** The gate: bytes from outside become typed, well-formed events in the right partition, or dead letters. */
@NullMarked
package dev.partyline.topology.intake;

import org.jspecify.annotations.NullMarked;
