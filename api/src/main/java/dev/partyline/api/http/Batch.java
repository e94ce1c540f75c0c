package dev.partyline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

/** The members of a request that has several: {@code {"<name>": […]}}. */
final class Batch {
    private Batch() {}

    /**
     * The members of {@code body}'s array called {@code name}, which must stand alone.
     *
     * @throws ProblemException 422 when it is missing, not an array, or beside something else; 413 when it is too long
     */
    static List<JsonNode> members(JsonNode body, String name, int limit) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String other = names.next();
            if (!other.equals(name)) {
                throw ProblemException.invalid(other, "no such field; the body has " + name);
            }
        }
        return members(body.path(name), limit, name);
    }

    /** The members of {@code array}; {@code path} is where it stands in the request. */
    static List<JsonNode> members(JsonNode array, int limit, String path) {
        if (!array.isArray()) {
            throw ProblemException.invalid(path, array.isMissingNode() ? "is missing" : "must be an array");
        }
        if (array.size() > limit) {
            throw new ProblemException(
                    Problem.of(413, array.size() + " are too many: send " + limit + " at most in one request"));
        }
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
