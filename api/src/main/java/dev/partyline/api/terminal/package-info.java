/** What commands write, for a person at a terminal or for a file. */
@NullMarked
package dev.partyline.api.terminal;

import org.jspecify.annotations.NullMarked;
