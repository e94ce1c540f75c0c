/** What travels: topics, keys, values and their serdes. Everything here is the contract that other programs rely on. */
@NullMarked
package dev.partyline.schemas;

import org.jspecify.annotations.NullMarked;
