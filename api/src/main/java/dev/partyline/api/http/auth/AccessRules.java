package dev.partyline.api.http.auth;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may call what (DESIGN 8). Nothing here looks at what there is, so no answer tells it. */
public final class AccessRules {
    private AccessRules() {}

    /** What becomes of a request. */
    enum Verdict {
        ALLOWED,
        /** It is about another workspace, or another user. */
        FOREIGN,
        /** The token lacks the scope. */
        OUT_OF_SCOPE
    }

    /**
     * Whether the caller may call a resource.
     *
     * @param needed the scopes of which one is needed; none: any token will do
     * @param workspaceId the workspace that the path names
     * @param userId the user that the path names
     */
    static Verdict judge(Caller caller, Set<Scope> needed, Optional<String> workspaceId, Optional<String> userId) {
        if (workspaceId.isPresent() && !workspaceId.get().equals(caller.workspaceId())) {
            return Verdict.FOREIGN;
        }
        if (needed.isEmpty()) {
            return Verdict.ALLOWED;
        }
        Set<Scope> usable = EnumSet.copyOf(needed);
        usable.retainAll(caller.scopes());
        if (usable.isEmpty()) {
            return Verdict.OUT_OF_SCOPE;
        }
        boolean ownOnly = usable.equals(Set.of(Scope.INBOX));
        return ownOnly && userId.isPresent() && !userId.get().equals(caller.subject())
                ? Verdict.FOREIGN
                : Verdict.ALLOWED;
    }

    /** Whether the caller may ask what {@code userId} may do. */
    public static boolean mayAskAbout(Caller caller, String userId) {
        return caller.has(Scope.OPS) || userId.equals(caller.subject());
    }

    /** Whether the caller may submit a change in the name of {@code actorId}; null: of nobody, so of the upstream itself. */
    public static boolean mayActAs(Caller caller, @Nullable String actorId) {
        return caller.has(Scope.INGEST) || caller.subject().equals(actorId);
    }
}
