/** Follows the feed as it is committed, once per instance, for all who stream from it. */
@NullMarked
package dev.partyline.api.stream;

import org.jspecify.annotations.NullMarked;
