@NullMarked
package dev.partyline.api.deadletters;

import org.jspecify.annotations.NullMarked;
