/** What happens: directory, visibility, feed; and query, the one door for readers. */
@NullMarked
package dev.partyline.topology;

import org.jspecify.annotations.NullMarked;
