@NullMarked
package dev.partyline.topology.visibility;

import org.jspecify.annotations.NullMarked;
