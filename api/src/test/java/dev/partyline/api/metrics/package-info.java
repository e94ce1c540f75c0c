@NullMarked
package dev.partyline.api.metrics;

import org.jspecify.annotations.NullMarked;
