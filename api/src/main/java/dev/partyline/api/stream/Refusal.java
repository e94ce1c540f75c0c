package dev.partyline.api.stream;

/** Why a stream is not opened. */
public enum Refusal {
    /** The resume point is another user's. */
    FOREIGN("must be a resume point of this user's feed"),
    /** There is no going on from the resume point without a gap. */
    START_OVER(
            "this stream cannot go on from that point without a gap; start over: read the feed page, then stream from"
                    + " its resume"),
    /** The user is deactivated or removed. */
    INACTIVE("the user is not active: nothing of the feed is shown"),
    /** The user has as many streams as one may have. */
    TOO_MANY_OF_USER("this user has as many streams open as one may have; close one, or ask again later"),
    /** The instance has as many streams as it may have. */
    TOO_MANY("this instance has as many streams as it takes; ask again in a moment, or another instance"),
    /** The feed cannot be followed at the moment. */
    UNAVAILABLE("the feed cannot be followed at the moment; ask again in a moment");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    /** For the caller: what is so, and what to do. */
    public String words() {
        return words;
    }
}
