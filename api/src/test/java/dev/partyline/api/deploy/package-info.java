@NullMarked
package dev.partyline.api.deploy;

import org.jspecify.annotations.NullMarked;
