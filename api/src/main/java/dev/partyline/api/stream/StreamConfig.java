package dev.partyline.api.stream;

import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import java.util.Map;

/**
 * All that the streams are told.
 *
 * @param kafka how to reach Kafka, {@code bootstrap.servers} first of all
 * @param topics the topics' names
 * @param serdes how the feed's values are read
 * @param heads where a user's lines are read when a stream opens
 * @param settings what streams may take
 */
public record StreamConfig(
        Map<String, Object> kafka, Topics topics, AvroSerdes serdes, Heads heads, StreamSettings settings) {}
