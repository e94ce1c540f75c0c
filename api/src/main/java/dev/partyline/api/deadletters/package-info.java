/** What lies in {@code dead-letters}: read, explained, and sent again. */
@NullMarked
package dev.partyline.api.deadletters;

import org.jspecify.annotations.NullMarked;
