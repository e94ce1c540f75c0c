/** A judge must be judged first: the model on cases worked out by hand. */
@NullMarked
package dev.partyline.model;

import org.jspecify.annotations.NullMarked;
