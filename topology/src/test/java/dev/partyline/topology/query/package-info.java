@NullMarked
package dev.partyline.topology.query;

import org.jspecify.annotations.NullMarked;
