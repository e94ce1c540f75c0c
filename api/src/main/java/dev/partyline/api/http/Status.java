package dev.partyline.api.http;

/** HTTP statuses for which JAX-RS has no name. */
final class Status {
    static final int MULTI = 207;
    static final int UNPROCESSABLE = 422;

    private Status() {}
}
