@NullMarked
package dev.partyline.api.openapi;

import org.jspecify.annotations.NullMarked;
