/** Call logs in CSV form, published as events, and the table of who sees what afterwards. */
@NullMarked
package dev.partyline.api.replay;

import org.jspecify.annotations.NullMarked;
