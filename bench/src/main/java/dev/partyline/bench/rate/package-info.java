/** How many rows a second: the engine's, a plain producer's and a hand-written stream's. */
@NullMarked
package dev.partyline.bench.rate;

import org.jspecify.annotations.NullMarked;
