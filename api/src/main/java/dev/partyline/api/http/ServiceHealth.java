package dev.partyline.api.http;

/**
 * How the engine behind the API is.
 *
 * @param ready whether it processes and answers
 * @param state Kafka Streams' own word for its state
 * @param deadLetters messages it could not take, since it started
 * @param moved events it sent on to their right partition, since it started
 * @param walks walks under way
 * @param untold numbers still to be told their access
 */
public record ServiceHealth(boolean ready, String state, long deadLetters, long moved, int walks, int untold) {}
