/** What readers are served from: the feed and the users' lines as tables. */
@NullMarked
package dev.partyline.topology.view;

import org.jspecify.annotations.NullMarked;
