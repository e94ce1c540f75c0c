package dev.partyline.api.http.auth;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token lets its bearer do, within its own workspace (DESIGN 8). */
public enum Scope {
    /** An inbox app for the token's subject: their own feed and numbers, and changes with them as the actor. */
    INBOX,
    /** An operator: reads everything of the workspace. */
    OPS,
    /** The trusted upstream: submits changes by any actor or none, and records. */
    INGEST;

    /** As it stands in tokens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scopes in a token's claim, separated by spaces; those of other programs are left out. */
    static Set<Scope> parse(String claim) {
        Set<String> words = Set.copyOf(Arrays.asList(claim.split(" ", 0)));
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : values()) {
            if (words.contains(scope.text())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    /** As a claim, in the order of this enum. */
    static String join(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
