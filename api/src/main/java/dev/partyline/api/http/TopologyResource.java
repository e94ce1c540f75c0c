package dev.partyline.api.http;

import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The topology that the engine runs, for operators: as text, or as a picture to who accepts {@code image/svg+xml}. */
@Path("/v1/ops/topology")
public final class TopologyResource {
    private static final String SVG = "image/svg+xml";

    private final Introspection introspection;

    TopologyResource(Introspection introspection) {
        this.introspection = introspection;
    }

    /** As Kafka Streams describes it. */
    @GET
    @Allowed(Scope.OPS)
    @Produces(MediaType.TEXT_PLAIN)
    public String text() {
        return introspection.topology();
    }

    /** As a picture. */
    @GET
    @Allowed(Scope.OPS)
    @Produces(SVG)
    public String picture() {
        return introspection.picture();
    }
}
