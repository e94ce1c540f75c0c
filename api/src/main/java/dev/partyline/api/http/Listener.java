package dev.partyline.api.http;

/**
 * Where a server listens.
 *
 * @param host name or address of an interface; {@code 0.0.0.0}: all
 * @param port 0: a free one
 */
public record Listener(String host, int port) {
    private static final String LOOPBACK = "127.0.0.1";

    /** This machine alone reaches it. */
    public static Listener onLoopback(int port) {
        return new Listener(LOOPBACK, port);
    }

    /** {@code host:port}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
