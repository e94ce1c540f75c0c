package dev.partyline.api.peer;

import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.topology.query.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/** What this instance answers to the others, from its own stores alone. */
@Path(PeerPaths.ROOT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class InternalResource {
    private final Instance own;
    private final FeedMessages feeds;

    InternalResource(Instance own, FeedMessages feeds) {
        this.own = own;
        this.feeds = feeds;
    }

    /** One row of a store, or none. */
    @POST
    @Path(PeerPaths.GET)
    public byte[] get(byte[] body) {
        Questions.OfKey asked = read(body, Questions.OfKey.class);
        return PeerJson.write(RowsMessage.of(own.get(asked.part(), asked.key())));
    }

    /** Some rows of a store. */
    @POST
    @Path(PeerPaths.RANGE)
    public byte[] range(byte[] body) {
        Questions.OfRange asked = read(body, Questions.OfRange.class);
        return PeerJson.write(RowsMessage.of(own.range(asked.part(), asked.range())));
    }

    /** A page of a feed. */
    @POST
    @Path(PeerPaths.FEED)
    public byte[] feed(byte[] body) {
        Questions.OfFeed asked = read(body, Questions.OfFeed.class);
        return PeerJson.write(feeds.write(own.feed(asked.workspaceId(), asked.userId(), asked.query())));
    }

    /** What a feed's rows come to. */
    @POST
    @Path(PeerPaths.STATE)
    public byte[] feedState(byte[] body) {
        Questions.OfState asked = read(body, Questions.OfState.class);
        return PeerJson.write(own.feedState(asked.workspaceId(), asked.userId()));
    }

    /** The walks under way here. */
    @GET
    @Path(PeerPaths.WALKS)
    public byte[] walks() {
        return PeerJson.write(own.walks());
    }

    /** What this instance holds. */
    @GET
    @Path(PeerPaths.STATUS)
    public byte[] status() {
        return PeerJson.write(own.status());
    }

    private static <T> T read(byte[] body, Class<T> type) {
        try {
            return PeerJson.read(body, type);
        } catch (IOException e) {
            throw new ProblemException(Problem.of(400, "this is no question of this version"));
        }
    }
}
