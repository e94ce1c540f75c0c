package dev.partyline.api.verify;

import dev.partyline.schemas.FeedDigest;

/** What is served says that feeds come to. */
interface Digests {
    /** A digest of all of a user's rows in {@code partition} before {@code offset}. */
    record Served(FeedDigest digest, int partition, long offset) {}

    /**
     * A user's.
     *
     * @throws IllegalStateException when there is no answer, or it is a refusal; the message says what to do
     */
    Served of(String workspaceId, String userId) throws InterruptedException;
}
