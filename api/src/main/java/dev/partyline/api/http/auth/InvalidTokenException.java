package dev.partyline.api.http.auth;

/** A token that is not taken; the message is for who sent it. */
final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTokenException(String message) {
        super(message);
    }
}
