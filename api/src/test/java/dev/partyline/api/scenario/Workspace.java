package dev.partyline.api.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.JsonClient;
import dev.partyline.api.http.JsonClient.Answer;
import dev.partyline.schemas.Keys;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** One workspace's part of the API. Numbers go by the short names of the scenario. */
final class Workspace {
    private final JsonClient client;
    private final URI api;
    private final String id;
    private final Map<String, String> numbers;

    Workspace(World world, String id, Map<String, String> numbers) {
        this.client = JsonClient.of(world.tokens(), id);
        this.api = world.api();
        this.id = id;
        this.numbers = numbers;
    }

    /** The number of that short name. */
    String number(String name) {
        String number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("there is no number " + name + " in the file's numbers");
        }
        return number;
    }

    /** The inverse of {@link #number}. */
    String name(String number) {
        return numbers.entrySet().stream()
                .filter(each -> each.getValue().equals(number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(number);
    }

    /** The key of a user's line row in the feed. */
    String feedLine(String user, String name) {
        return Keys.ofFeedLine(id, user, number(name));
    }

    /** Submits one change; what becomes of it: ACCEPTED, UNCHANGED, or the reason of the refusal. */
    String change(ObjectNode change) {
        Answer answer = client.post(at("/changes?wait=30000"), change.toString());
        return decision(answer.status(), answer.json(), answer.json());
    }

    /** Submits several changes in one request; what becomes of each. */
    List<String> changes(Collection<ObjectNode> changes) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("changes").addAll(changes);
        JsonNode answers =
                client.post(at("/changes?wait=30000"), body.toString()).json();
        return StreamSupport.stream(answers.path("changes").spliterator(), false)
                .map(each -> decision(each.path("status").asInt(), each.path("decision"), each.path("problem")))
                .toList();
    }

    /** Submits a record; what is answered, or "stored". */
    String store(ObjectNode record) {
        ArrayNode records = JsonNodeFactory.instance.arrayNode().add(record);
        Answer answer = client.post(at("/records"), records.toString());
        return answer.status() == 202 ? "stored" : answer.json().toString();
    }

    /** Asks; a path begins with a slash. */
    JsonNode get(String path) {
        return answer(client.get(at(path)));
    }

    JsonNode post(String path, JsonNode body) {
        return answer(client.post(at(path), body.toString()));
    }

    /** A number as it stands in a path or a query. */
    String encoded(String name) {
        return URLEncoder.encode(number(name), StandardCharsets.UTF_8);
    }

    private static JsonNode answer(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalArgumentException(
                    answer.response().request().uri() + " answers " + answer.status() + " " + answer.json());
        }
        return answer.json();
    }

    private String decision(int status, JsonNode decision, JsonNode problem) {
        if (status >= 400) {
            return problem.path("reason").asText(problem.toString());
        }
        String outcome = decision.path("outcome").asText("PENDING");
        String kept = get("/changes/" + decision.path("changeId").asText())
                .path("outcome")
                .asText();
        return outcome.equals(kept) ? outcome : outcome + ", and asked again " + kept;
    }

    private URI at(String path) {
        return URI.create(api + "/v1/workspaces/" + id + path);
    }
}
