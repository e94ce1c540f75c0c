package dev.partyline.topology.visibility;

/** One kind of work on records that is done in slices, one chunk at a time, between live records. */
interface Rounds {
    /**
     * A slice begins.
     *
     * @param now wall clock, milliseconds since the epoch
     */
    default void sliceBegins(long now) {}

    /** Whether there is something to do. */
    boolean underWay();

    /**
     * Does the next chunk.
     *
     * @param now wall clock, milliseconds since the epoch
     */
    void step(long now);

    /** A slice ends: what was done in it is to be stored. */
    default void sliceEnds(long now) {}

    /** How much is under way: numbers, contacts, people. */
    int size();
}
