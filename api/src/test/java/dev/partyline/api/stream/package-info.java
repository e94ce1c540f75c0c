@NullMarked
package dev.partyline.api.stream;

import org.jspecify.annotations.NullMarked;
