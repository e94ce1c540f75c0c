package dev.partyline.api.http;

import dev.partyline.api.intake.Intake;
import dev.partyline.api.stream.FeedStreams;
import dev.partyline.topology.query.Queries;
import java.util.function.Supplier;

/**
 * What the API stands on.
 *
 * @param queries what readers may ask
 * @param intake where changes and records go
 * @param streams who follows feeds
 * @param health how the engine is at the moment of the call; must not block
 */
public record ApiServices(Queries queries, Intake intake, FeedStreams streams, Supplier<ServiceHealth> health) {}
