package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.openapi.OpenApi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What this API takes and answers, for programs. */
@Path("/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
    private final ObjectNode document = OpenApi.document();

    /** The OpenAPI document. */
    @GET
    public ObjectNode document() {
        return document;
    }
}
