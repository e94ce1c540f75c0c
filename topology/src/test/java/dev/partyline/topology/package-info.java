@NullMarked
package dev.partyline.topology;

import org.jspecify.annotations.NullMarked;
