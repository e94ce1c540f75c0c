package dev.partyline.topology.query;

/**
 * A place in the topic {@code feed}.
 *
 * @param partition the partition in which the user's rows lie
 * @param position an offset there
 */
public record FeedPlace(int partition, long position) {
    /** Before everything. */
    public static final FeedPlace START = new FeedPlace(0, 0);
}
