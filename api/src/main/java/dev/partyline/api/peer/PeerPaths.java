package dev.partyline.api.peer;

/** Where instances ask each other, and the headers by which they know each other. */
final class PeerPaths {
    static final String ROOT = "/internal";
    static final String GET = "/get";
    static final String RANGE = "/range";
    static final String FEED = "/feed";
    static final String STATE = "/feed-state";
    static final String WALKS = "/walks";
    static final String STATUS = "/status";

    /** When the question was asked, milliseconds since the epoch. */
    static final String TIME = "Partyline-Peer-Time";
    /** Who asks knows the secret. */
    static final String SIGNATURE = "Partyline-Peer-Signature";

    private PeerPaths() {}

    /** Whether a decoded path, with or without a slash before it, is one of these. */
    static boolean areInternal(String path) {
        String from = path.startsWith("/") ? path : "/" + path;
        return from.equals(ROOT) || from.startsWith(ROOT + "/");
    }
}
