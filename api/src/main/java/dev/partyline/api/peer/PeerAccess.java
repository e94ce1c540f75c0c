package dev.partyline.api.peer;

import dev.partyline.topology.query.Instance;
import dev.partyline.topology.query.Peers;
import dev.partyline.topology.query.ReadScope;

/**
 * How instances reach each other.
 *
 * @param secret that all share
 * @param tls whether their API is served over TLS, with certificates that this Java trusts
 */
public record PeerAccess(PeerSecret secret, boolean tls) {
    /** The way to the others. */
    public Peers peers(FeedMessages feeds) {
        return tls ? HttpPeers.encrypted(secret, feeds) : HttpPeers.plain(secret, feeds);
    }

    /** What is answered to the others. */
    public PeerSide side(FeedMessages feeds, Instance own, ReadScope scope) {
        return new PeerSide(secret, feeds, own, scope);
    }
}
