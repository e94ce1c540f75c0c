@NullMarked
package dev.partyline.api.registry;

import org.jspecify.annotations.NullMarked;
