package dev.partyline.api.scenario;

import dev.partyline.api.http.auth.TokenMint;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A running Partyline, behind its HTTP API. */
interface World extends AutoCloseable {
    /** The API, without a slash at the end. */
    URI api();

    /** Makes the tokens that the API takes. */
    TokenMint tokens();

    /** Returns when everything that was submitted has been taken in, and nothing is under way. */
    void settle();

    /** How long what has settled may take to show. */
    Duration patience();

    /**
     * What the topic {@code feed} was told of a user's line, oldest first: the row's state with who brought it about, or
     * GONE.
     */
    List<String> told(String feedKey);

    @Override
    void close();
}
