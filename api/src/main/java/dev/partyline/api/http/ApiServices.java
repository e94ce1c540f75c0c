package dev.partyline.api.http;

import dev.partyline.api.intake.Intake;
import dev.partyline.api.peer.PeerSide;
import dev.partyline.api.stream.FeedStreams;
import dev.partyline.topology.query.Queries;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the API stands on.
 *
 * @param queries what readers may ask
 * @param intake where changes and records go
 * @param streams who follows feeds
 * @param health how the engine is at the moment of the call; must not block
 * @param introspection what the engine tells of itself
 * @param peers what an instance among several adds; empty: it stands alone
 */
public record ApiServices(
        Queries queries,
        Intake intake,
        FeedStreams streams,
        Supplier<ServiceHealth> health,
        Introspection introspection,
        Optional<PeerSide> peers) {
    /** Of an instance that stands alone. */
    public ApiServices(
            Queries queries,
            Intake intake,
            FeedStreams streams,
            Supplier<ServiceHealth> health,
            Introspection introspection) {
        this(queries, intake, streams, health, introspection, Optional.empty());
    }
}
