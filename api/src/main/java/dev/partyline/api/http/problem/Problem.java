package dev.partyline.api.http.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A failure as callers get it (RFC 9457).
 *
 * @param status the HTTP status
 * @param title the kind of failure, the same words each time; its {@code type} follows from it
 * @param detail what is wrong in this case, and what would be right
 * @param more further members, for example {@code field}: the place in the request that is at fault
 */
public record Problem(int status, String title, String detail, Map<String, JsonNode> more) {
    /** Content type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:partyline:problem:";

    public Problem {
        more = Map.copyOf(more);
    }

    /** A failure whose title is the status's own reason phrase. */
    public static Problem of(int status, String detail) {
        Response.StatusType known = Response.Status.fromStatusCode(status);
        return new Problem(status, known == null ? "Error" : known.getReasonPhrase(), detail, Map.of());
    }

    /**
     * A value in the request that is not as it must be.
     *
     * @param field its path in the body, or its name in the address; empty: the body as a whole
     */
    public static Problem invalid(String field, String detail) {
        Problem problem = new Problem(422, "Invalid field", detail, Map.of());
        return field.isEmpty() ? problem : problem.with("field", field);
    }

    /** A part that the answer needs is not there at the moment. Nothing is wrong with the request. */
    public static Problem notReady(String detail) {
        return new Problem(503, "Not ready", detail, Map.of());
    }

    public Problem with(String name, JsonNode value) {
        Map<String, JsonNode> members = new LinkedHashMap<>(more);
        members.put(name, value);
        return new Problem(status, title, detail, members);
    }

    public Problem with(String name, String value) {
        return with(name, JsonNodeFactory.instance.textNode(value));
    }

    /** The document. */
    public ObjectNode toJson() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("type", TYPE_PREFIX + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        return document.setAll(more);
    }

    /** The answer that carries the document; a 503 or 429 says when to ask again. */
    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(toJson());
        if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
                || status == Response.Status.TOO_MANY_REQUESTS.getStatusCode()) {
            response.header("Retry-After", "1");
        }
        return response.build();
    }
}
