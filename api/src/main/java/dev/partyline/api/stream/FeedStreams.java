package dev.partyline.api.stream;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The door of the streams. */
public interface FeedStreams {
    /**
     * Opens a stream; the caller closes it. Does not block.
     *
     * @param resume where to go on; empty: from now on
     * @return fails with {@link StreamRefusedException}, or what reading the user's lines failed with
     */
    CompletableFuture<FeedStream> open(StreamUser user, Optional<ResumePoint> resume);

    /**
     * Where a stream goes on that follows a page.
     *
     * @param before what this was for the page before; empty: it is the first
     * @throws StreamRefusedException when {@code before} is of another feed
     */
    ResumePoint after(PageRead page, Optional<ResumePoint> before);
}
