@NullMarked
package dev.partyline.api.server;

import org.jspecify.annotations.NullMarked;
