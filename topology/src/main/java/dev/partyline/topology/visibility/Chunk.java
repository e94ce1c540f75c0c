package dev.partyline.topology.visibility;

/**
 * How much of a walk is done in one go: so many records, or as many as it takes to write so many rows. On a number with many
 * assignees a few records make many rows, and live records wait for them all.
 */
final class Chunk {
    private final int most;
    private int records;
    private int rows;

    /** @param most records, and rows */
    Chunk(int most) {
        this.most = most;
    }

    /** A record was visited, and so many rows written for it; false: that was enough. */
    boolean goesOn(int moreRows) {
        records++;
        rows += moreRows;
        return records < most && rows < most;
    }

    int records() {
        return records;
    }
}
