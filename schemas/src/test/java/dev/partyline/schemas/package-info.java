@NullMarked
package dev.partyline.schemas;

import org.jspecify.annotations.NullMarked;
