package dev.partyline.topology.query;

import dev.partyline.schemas.FeedDigest;
import java.util.Objects;

/**
 * What the rows of one user's feed come to, shown or not.
 *
 * @param place the state is of all rows of that partition before that offset
 */
public record FeedState(FeedDigest digest, FeedPlace place) {
    public FeedState {
        Objects.requireNonNull(digest);
        Objects.requireNonNull(place);
    }
}
