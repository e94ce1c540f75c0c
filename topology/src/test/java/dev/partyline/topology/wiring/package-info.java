@NullMarked
package dev.partyline.topology.wiring;

import org.jspecify.annotations.NullMarked;
