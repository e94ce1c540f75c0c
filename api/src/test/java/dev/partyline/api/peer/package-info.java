@NullMarked
package dev.partyline.api.peer;

import org.jspecify.annotations.NullMarked;
