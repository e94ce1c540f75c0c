package dev.partyline.api.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/** A request's body as JSON, read strictly: one value, no key twice. */
public final class JsonText {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /**
     * Reads a body to its end.
     *
     * @throws ProblemException 400 with line and column, when the body is not JSON
     */
    public static JsonNode read(InputStream body) throws IOException {
        try {
            JsonNode json = STRICT.readTree(body);
            if (json.isMissingNode()) {
                throw new ProblemException(Problem.of(400, "the body is empty: it must be JSON"));
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.of(400, "the body is not JSON: " + e.getOriginalMessage() + place(e)));
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
