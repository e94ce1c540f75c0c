/** How long things take beside a working engine: rows, changes, reads. Loads are open: what is late does not slow them. */
@NullMarked
package dev.partyline.bench.delay;

import org.jspecify.annotations.NullMarked;
