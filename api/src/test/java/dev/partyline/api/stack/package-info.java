/** The whole stack against the promises: real calls, kills, revocation while the past is still being withdrawn. */
@NullMarked
package dev.partyline.api.stack;

import org.jspecify.annotations.NullMarked;
