package dev.partyline.topology.visibility;

/**
 * A line whose row says SYNCING or REVOKING until a walk has brought every record to its sight.
 *
 * @param userId whose line
 * @param revoking REVOKING, else SYNCING
 * @param sight what every segment must reach
 * @param begunAt the walk's visited count when the line began to wait
 * @param total records on the number at that time
 * @param version workspace version of the change behind the row
 * @param origin that change
 */
record PendingLine(String userId, boolean revoking, long sight, long begunAt, long total, long version, Origin origin) {

    /** The same line, its row changed once more by something that no record must follow. */
    PendingLine changedBy(long newVersion, Origin newOrigin) {
        return new PendingLine(userId, revoking, sight, begunAt, total, newVersion, newOrigin);
    }

    /** Records walked so far, of {@link #total}. */
    long done(long visited) {
        return Math.min(total, visited - begunAt);
    }
}
