package dev.partyline.topology.visibility;

/**
 * How much of a walk is done in one go: so many records, or as many as it takes to write the rows of a slice. On a number with many
 * assignees a few records make many rows, and live records wait for them all.
 */
final class Chunk {
    private final WalkPace most;
    private int records;
    private int rows;

    Chunk(WalkPace most) {
        this.most = most;
    }

    /** A record was visited, and so many rows written for it; false: that was enough. */
    boolean goesOn(int moreRows) {
        records++;
        rows += moreRows;
        return records < most.chunk() && rows < most.rows();
    }

    int records() {
        return records;
    }
}
