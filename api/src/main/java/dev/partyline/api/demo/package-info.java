/** An invented company's day, played through the engine and checked against what it should show. */
@NullMarked
package dev.partyline.api.demo;

import org.jspecify.annotations.NullMarked;
