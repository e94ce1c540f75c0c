@NullMarked
package dev.partyline.api.picture;

import org.jspecify.annotations.NullMarked;
