/** Whether a user may do something, and the rule that says so. */
@NullMarked
package dev.partyline.topology.query.check;

import org.jspecify.annotations.NullMarked;
