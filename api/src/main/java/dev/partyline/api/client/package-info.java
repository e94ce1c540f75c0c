/** What a program outside the engine does: publish changes and records, fold feeds, know when the engine has caught up. */
@NullMarked
package dev.partyline.api.client;

import org.jspecify.annotations.NullMarked;
