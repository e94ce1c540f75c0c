@NullMarked
package dev.partyline.topology.query.explain;

import org.jspecify.annotations.NullMarked;
