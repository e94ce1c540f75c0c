package dev.partyline.topology.query;

/**
 * A place in the topic {@code feed}.
 *
 * @param partition the partition in which the user's rows lie
 * @param position an offset there; {@link #NOWHERE}: there is none to go on from, because the user is not active
 */
public record FeedPlace(int partition, long position) {
    /** The position of a feed that nothing shows of: what it hides may show again without being written again. */
    public static final long NOWHERE = -1;

    /** Before everything. */
    public static final FeedPlace START = new FeedPlace(0, 0);

    FeedPlace nowhere() {
        return new FeedPlace(partition, NOWHERE);
    }
}
