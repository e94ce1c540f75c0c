/** A deliberately naive program that says what a replay must come to, from the CSV files alone; no code of the engine. */
@NullMarked
package dev.partyline.naive;

import org.jspecify.annotations.NullMarked;
