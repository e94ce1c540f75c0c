@NullMarked
package dev.partyline.schemas.registry;

import org.jspecify.annotations.NullMarked;
