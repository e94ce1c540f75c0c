/** Why a user sees a record or not: every rule tried, and what would have to change. */
@NullMarked
package dev.partyline.topology.query.explain;

import org.jspecify.annotations.NullMarked;
