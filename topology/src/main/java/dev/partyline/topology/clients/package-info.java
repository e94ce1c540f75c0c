/** The clients that Kafka Streams is given: between it and the broker, where many messages can be handled as one. */
@NullMarked
package dev.partyline.topology.clients;

import org.jspecify.annotations.NullMarked;
