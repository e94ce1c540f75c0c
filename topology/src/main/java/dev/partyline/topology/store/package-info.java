/** How state is stored: Avro in single-object encoding, one way for every store; and what of it is held decoded. */
@NullMarked
package dev.partyline.topology.store;

import org.jspecify.annotations.NullMarked;
