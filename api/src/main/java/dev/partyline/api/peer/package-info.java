/** How instances ask each other: a few questions over HTTP below {@code /internal}, signed with a secret that they share. */
@NullMarked
package dev.partyline.api.peer;

import org.jspecify.annotations.NullMarked;
