package dev.partyline.api.http;

import dev.partyline.api.http.auth.AccessRules;
import dev.partyline.api.http.auth.Caller;
import dev.partyline.api.http.problem.Problem;
import dev.partyline.api.http.problem.ProblemException;
import dev.partyline.schema.DirectoryChange;

/** In whose name a submitted change is made (DESIGN 8): nobody's but the upstream's own changes are without an actor. */
final class ActorRules {
    private static final String ACTOR = "actorId";

    private ActorRules() {}

    /**
     * The change as the caller may make it: one that names no actor gets the token's subject, unless the caller is the
     * upstream.
     *
     * @param path where it stands in the request; empty: it is the whole
     * @throws ProblemException 403, when it names an actor in whose name the caller may not act
     */
    static DirectoryChange inNameOf(Caller caller, DirectoryChange change, String path) {
        if (AccessRules.mayActAs(caller, change.getActorId())) {
            return change;
        }
        if (change.getActorId() == null) {
            return DirectoryChange.newBuilder(change)
                    .setActorId(caller.subject())
                    .build();
        }
        throw new ProblemException(Problem.of(
                        403,
                        "without the scope ingest the actor is the token's own subject: " + caller.subject()
                                + ", or left out")
                .with("field", path.isEmpty() ? ACTOR : path + "." + ACTOR));
    }
}
