package dev.partyline.api.http.auth;

import dev.partyline.api.http.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** Refusals in the words of RFC 6750. They depend on the token and the method alone, never on what the path names. */
final class Challenges {
    private static final String REALM = "Bearer realm=\"partyline\"";

    private Challenges() {}

    /** 401: no token. */
    static Response missing() {
        return with(Problem.of(401, "send a token in the header Authorization: Bearer <token>"), REALM);
    }

    /** 401: a token that is not taken. */
    static Response invalid(String why) {
        return with(Problem.of(401, why), REALM + ", error=\"invalid_token\"");
    }

    /** 403: a token without a scope that is needed. */
    static Response outOfScope(Set<Scope> needed) {
        String scopes = Scope.join(needed);
        String detail = needed.isEmpty() ? "nobody may call this" : "the token needs one of the scopes: " + scopes;
        return with(Problem.of(403, detail), REALM + ", error=\"insufficient_scope\", scope=\"" + scopes + "\"");
    }

    /** 403: a token of somebody else; whether there is what was asked for is not looked at. */
    static Response foreign() {
        return with(
                Problem.of(403, "the token is for its own workspace, and with inbox alone for its own user"),
                REALM + ", error=\"insufficient_scope\"");
    }

    private static Response with(Problem problem, String challenge) {
        return Response.fromResponse(problem.toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
