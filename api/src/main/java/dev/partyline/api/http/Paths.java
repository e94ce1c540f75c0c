package dev.partyline.api.http;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;

/** Addresses that answers point to. */
final class Paths {
    private Paths() {}

    /** Where the decision on a change is found. */
    static URI change(String workspaceId, String changeId) {
        return UriBuilder.fromPath("/v1/workspaces/{ws}/changes/{changeId}").build(workspaceId, changeId);
    }
}
