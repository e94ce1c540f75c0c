package dev.partyline.api.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.common.Uuid;

/**
 * Whose feed a resume point belongs to, and which topic it counts in: a topic that is made anew counts from the start.
 *
 * @param user a hash of workspace and user
 * @param topic a hash of the topic's id
 */
record FeedOwner(long user, long topic) {
    static FeedOwner of(StreamUser user, Uuid topicId) {
        byte[] key = user.key().getBytes(StandardCharsets.UTF_8);
        long topic = topicId.getMostSignificantBits() ^ topicId.getLeastSignificantBits();
        return new FeedOwner(ByteBuffer.wrap(sha256(key)).getLong(), topic);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
