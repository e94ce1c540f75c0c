package dev.partyline.api.stream;

import dev.partyline.schemas.Keys;

/** Whose feed is followed. */
public record StreamUser(String workspaceId, String userId) {
    /** {@code ws|userId}: what the keys of the user's rows begin with. */
    String key() {
        return Keys.ofUser(workspaceId, userId);
    }
}
