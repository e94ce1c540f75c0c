/** Everything in one process: a real broker, a schema registry, the engine and the HTTP API, on loopback. */
@NullMarked
package dev.partyline.api.embedded;

import org.jspecify.annotations.NullMarked;
