package dev.partyline.api.http;

/** What callers read their own writes with (DESIGN 8). */
public final class ConsistencyHeaders {
    /** Of a GET whose answer must hold changes: the token of one, or of several with commas between. */
    public static final String AT_LEAST = "Partyline-At-Least";

    /** Of the answer to a change: its token. */
    public static final String TOKEN = "Partyline-Token";

    private ConsistencyHeaders() {}
}
