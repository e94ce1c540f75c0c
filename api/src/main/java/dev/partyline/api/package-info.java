/** What is asked: HTTP, the command line, embedded mode. */
@NullMarked
package dev.partyline.api;

import org.jspecify.annotations.NullMarked;
