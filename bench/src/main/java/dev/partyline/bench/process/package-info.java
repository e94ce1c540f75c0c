/** Broker, server, floor and peer, each in a process of its own, and what they are told. */
@NullMarked
package dev.partyline.bench.process;

import org.jspecify.annotations.NullMarked;
