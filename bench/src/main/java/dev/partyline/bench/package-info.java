/** How fast: end-to-end benchmarks with a floor and a peer in the same run. */
@NullMarked
package dev.partyline.bench;

import org.jspecify.annotations.NullMarked;
