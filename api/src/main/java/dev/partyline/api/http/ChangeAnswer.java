package dev.partyline.api.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.json.AvroJsonWriter;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.schema.ChangeDecision;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What is answered about one submitted change. */
sealed interface ChangeAnswer {
    /** As the whole answer of a request with this change alone. */
    Response alone();

    /** As one of the answers of a request with several changes. */
    ObjectNode among();

    /** The answer that a decision is: a refusal is a problem document. */
    static ChangeAnswer of(ChangeDecision decision) {
        return DecisionRules.isRefusal(decision) ? new Refused(DecisionRules.problem(decision)) : new Decided(decision);
    }

    /** Accepted or unchanged. */
    record Decided(ChangeDecision decision) implements ChangeAnswer {
        @Override
        public Response alone() {
            return Response.status(DecisionRules.status(decision))
                    .header(ConsistencyHeaders.TOKEN, token())
                    .entity(AvroJsonWriter.record(decision))
                    .build();
        }

        @Override
        public ObjectNode among() {
            return item(DecisionRules.status(decision))
                    .put("changeId", decision.getChangeId())
                    .put("token", token())
                    .set("decision", AvroJsonWriter.record(decision));
        }

        private String token() {
            return new ConsistencyToken(decision.getWorkspaceId(), decision.getChangeId(), decision.getVersion())
                    .toString();
        }
    }

    /** Stored, and not effective within the time that the caller would wait. */
    record Pending(String workspaceId, String changeId) implements ChangeAnswer {
        @Override
        public Response alone() {
            return Response.status(Response.Status.ACCEPTED)
                    .header(ConsistencyHeaders.TOKEN, token())
                    .location(Paths.change(workspaceId, changeId))
                    .entity(Map.of("changeId", changeId))
                    .build();
        }

        @Override
        public ObjectNode among() {
            return item(Response.Status.ACCEPTED.getStatusCode())
                    .put("changeId", changeId)
                    .put("token", token())
                    .put("location", Paths.change(workspaceId, changeId).toString());
        }

        private String token() {
            return new ConsistencyToken(workspaceId, changeId, 0).toString();
        }
    }

    /** Refused, by the API or by the engine, or not certain to be stored. */
    record Refused(Problem problem) implements ChangeAnswer {
        @Override
        public Response alone() {
            return problem.toResponse();
        }

        @Override
        public ObjectNode among() {
            ObjectNode item = item(problem.status());
            if (problem.more().containsKey("changeId")) {
                item.set("changeId", problem.more().get("changeId"));
            }
            return item.set("problem", problem.toJson());
        }
    }

    private static ObjectNode item(int status) {
        return JsonNodeFactory.instance.objectNode().put("status", status);
    }
}
