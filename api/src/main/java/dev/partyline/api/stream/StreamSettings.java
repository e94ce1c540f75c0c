package dev.partyline.api.stream;

import java.time.Duration;

/**
 * What streams may take.
 *
 * @param heartbeat how often an idle stream is told how far it has come
 * @param perUser most streams of one user
 * @param most streams of this instance
 * @param queueBytes most that waits for a slow reader
 * @param recentBytes most that is kept of each partition for those who come back soon
 * @param catchUpBytes most that one user's feed may have changed by since the point that a stream begins at
 * @param mostBehind most offsets between that point and the partition's end
 */
public record StreamSettings(
        Duration heartbeat,
        int perUser,
        int most,
        long queueBytes,
        long recentBytes,
        long catchUpBytes,
        long mostBehind) {
    public static final StreamSettings DEFAULT =
            new StreamSettings(Duration.ofSeconds(15), 10, 20_000, 1 << 20, 8 << 20, 16 << 20, 5_000_000);

    public StreamSettings withHeartbeat(Duration newHeartbeat) {
        return new StreamSettings(newHeartbeat, perUser, most, queueBytes, recentBytes, catchUpBytes, mostBehind);
    }

    public StreamSettings withPerUser(int newPerUser) {
        return withMost(newPerUser, most);
    }

    public StreamSettings withMost(int newPerUser, int newMost) {
        return new StreamSettings(heartbeat, newPerUser, newMost, queueBytes, recentBytes, catchUpBytes, mostBehind);
    }

    public StreamSettings withBytes(long newQueue, long newRecent, long newCatchUp) {
        return new StreamSettings(heartbeat, perUser, most, newQueue, newRecent, newCatchUp, mostBehind);
    }
}
