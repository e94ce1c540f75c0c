/** The one door for readers: what the stores know, in the words of those who ask. */
@NullMarked
package dev.partyline.topology.query;

import org.jspecify.annotations.NullMarked;
