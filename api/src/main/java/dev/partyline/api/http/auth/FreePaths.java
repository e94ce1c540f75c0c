package dev.partyline.api.http.auth;

import java.util.Set;

/** What is served without a token: health, for load balancers, the API's description, and what guards itself. */
final class FreePaths {
    private static final Set<String> FREE = Set.of("health", "openapi.json");

    /** Between instances, which know each other in a way of their own. */
    private static final String BETWEEN_INSTANCES = "internal/";

    private FreePaths() {}

    /** @param path as it was sent, percent-encoded, without the slash in front */
    static boolean isFree(String path) {
        return FREE.contains(path) || path.startsWith(BETWEEN_INSTANCES);
    }
}
