package dev.partyline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.api.http.auth.AccessRules;
import dev.partyline.api.http.auth.Allowed;
import dev.partyline.api.http.auth.Caller;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.json.CheckJson;
import dev.partyline.api.http.json.JsonText;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.topology.query.Queries;
import dev.partyline.topology.query.check.Check;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Who may do what. */
@Path("/v1/workspaces/{ws}/check")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CheckResource {
    private static final String MEMBERS = "checks";

    private final Queries queries;
    private final CheckJson json;
    private final Parameters parameters;
    private final Limits limits;

    CheckResource(Queries queries, CheckJson json, Parameters parameters, Limits limits) {
        this.queries = queries;
        this.json = json;
        this.parameters = parameters;
        this.limits = limits;
    }

    /**
     * Answers {@code {"checks": […]}} in that order; all or, when one is malformed or about somebody whom the caller may
     * not ask about, none.
     */
    @POST
    @Allowed({Scope.INBOX, Scope.OPS})
    public ObjectNode check(@PathParam("ws") String ws, @Context SecurityContext security, InputStream body)
            throws IOException {
        String workspaceId = parameters.workspace(ws);
        List<Check> checks = checks(Batch.members(JsonText.read(body), MEMBERS, limits.batch()));
        refuseAboutOthers(checks, Caller.of(security));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode answers = answer.putArray(MEMBERS);
        checks.forEach(check -> answers.add(CheckJson.write(check, queries.check(workspaceId, check))));
        return answer;
    }

    private static void refuseAboutOthers(List<Check> checks, Caller caller) {
        if (!checks.stream().allMatch(check -> AccessRules.mayAskAbout(caller, check.userId()))) {
            throw new ProblemException(Problem.of(
                    403, "with the scope inbox alone a token asks only about its own user: " + caller.subject()));
        }
    }

    private List<Check> checks(List<JsonNode> members) {
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            checks.add(json.read(members.get(i), MEMBERS + "[" + i + "]"));
        }
        return checks;
    }
}
