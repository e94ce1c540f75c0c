@NullMarked
package dev.partyline.api.verify;

import org.jspecify.annotations.NullMarked;
