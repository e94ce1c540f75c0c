/** When a user was assigned to a number: the one noun that directory, visibility and query share. */
@NullMarked
package dev.partyline.topology.assignment;

import org.jspecify.annotations.NullMarked;
