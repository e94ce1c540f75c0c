package dev.partyline.api.peer;

import dev.partyline.topology.query.Instance;
import dev.partyline.topology.query.ReadScope;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;

/**
 * What an instance among several adds to its API.
 *
 * @param secret that all instances share
 * @param feeds how pages travel
 * @param own answers to the others
 * @param scope of the readers
 */
public record PeerSide(PeerSecret secret, FeedMessages feeds, Instance own, ReadScope scope) {
    public void register(JerseyEnvironment jersey) {
        jersey.register(new PeerFilter(secret, Clock.systemUTC()));
        jersey.register(new StandbyFilter(scope));
        jersey.register(new InternalResource(own, feeds));
    }
}
