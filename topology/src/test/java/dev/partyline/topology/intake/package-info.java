@NullMarked
package dev.partyline.topology.intake;

import org.jspecify.annotations.NullMarked;
