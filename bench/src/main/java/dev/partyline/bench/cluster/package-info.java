/** Server processes that fail, restart and answer for each other, measured. */
@NullMarked
package dev.partyline.bench.cluster;

import org.jspecify.annotations.NullMarked;
