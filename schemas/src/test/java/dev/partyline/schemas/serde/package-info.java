@NullMarked
package dev.partyline.schemas.serde;

import org.jspecify.annotations.NullMarked;
