/** The engine and the API on it as one thing that is started, watched and stopped: against a Kafka that runs elsewhere. */
@NullMarked
package dev.partyline.api.server;

import org.jspecify.annotations.NullMarked;
