package dev.partyline.api.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Whether this instance processes and answers: for load balancers and for people. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final Supplier<ServiceHealth> health;

    HealthResource(Supplier<ServiceHealth> health) {
        this.health = health;
    }

    /** 200 when it does; 503 while it starts, restores or has failed. */
    @GET
    public Response health() {
        ServiceHealth now = health.get();
        Response.Status status = now.ready() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE;
        return Response.status(status).entity(now).build();
    }
}
