/** The command {@code partyline bench}. */
@NullMarked
package dev.partyline.bench.cli;

import org.jspecify.annotations.NullMarked;
