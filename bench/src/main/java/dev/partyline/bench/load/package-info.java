/** What benchmarks publish, and how they see what has come of it. */
@NullMarked
package dev.partyline.bench.load;

import org.jspecify.annotations.NullMarked;
