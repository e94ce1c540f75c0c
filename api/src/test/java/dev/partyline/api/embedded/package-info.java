@NullMarked
package dev.partyline.api.embedded;

import org.jspecify.annotations.NullMarked;
