/** Failures as RFC 9457 problem documents, whichever layer they come from. */
@NullMarked
package dev.partyline.api.http.problem;

import org.jspecify.annotations.NullMarked;
