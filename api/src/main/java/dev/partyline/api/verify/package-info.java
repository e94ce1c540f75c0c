/** Holds the stores of a running installation against its feed, user by user. */
@NullMarked
package dev.partyline.api.verify;

import org.jspecify.annotations.NullMarked;
