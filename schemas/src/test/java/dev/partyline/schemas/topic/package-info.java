@NullMarked
package dev.partyline.schemas.topic;

import org.jspecify.annotations.NullMarked;
