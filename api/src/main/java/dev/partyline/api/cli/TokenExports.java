package dev.partyline.api.cli;

import dev.partyline.api.http.auth.Scope;
import dev.partyline.api.http.auth.TokenMint;
import java.time.Duration;
import java.util.Set;

/** Three tokens to paste into a shell: one of a user, one of an operator, one of an upstream system. */
final class TokenExports {
    /** A working day; who needs longer makes a token. */
    static final Duration LIFETIME = Duration.ofHours(12);

    private TokenExports() {}

    static String text(TokenMint mint, String workspaceId, String userId) {
        return String.format(
                        "%n  Tokens for the workspace %s, good for %d hours. Paste them into the other terminal:%n%n",
                        workspaceId, LIFETIME.toHours())
                + line(mint, workspaceId, userId, Scope.INBOX)
                + line(mint, workspaceId, "operator", Scope.OPS)
                + line(mint, workspaceId, "upstream", Scope.INGEST);
    }

    private static String line(TokenMint mint, String workspaceId, String subject, Scope scope) {
        return String.format("export %s=%s%n", scope.name(), mint.mint(workspaceId, subject, Set.of(scope), LIFETIME));
    }
}
