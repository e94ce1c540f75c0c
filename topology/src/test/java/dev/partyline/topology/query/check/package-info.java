@NullMarked
package dev.partyline.topology.query.check;

import org.jspecify.annotations.NullMarked;
