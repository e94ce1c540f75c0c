@NullMarked
package dev.partyline.schemas.contract;

import org.jspecify.annotations.NullMarked;
