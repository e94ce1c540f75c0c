package dev.partyline.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a table of feed rows comes to, whatever the order in which its rows came: two copies that have the same digest are the
 * same. Immutable.
 *
 * <p>The checksum is the sum, modulo 2^64, over all rows of the first eight bytes, big-endian, of SHA-256 of the row's key, a
 * zero byte, and the row's value as it lies in the topic. A row that is replaced or goes is subtracted.
 *
 * @param rows how many there are
 */
public record FeedDigest(long rows, long checksum) {
    /** Of a table without rows. */
    public static final FeedDigest NONE = new FeedDigest(0, 0);

    /** The summand of one row. */
    public static long ofRow(String key, byte[] value) {
        MessageDigest sha = sha256();
        sha.update(key.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        return ByteBuffer.wrap(sha.digest(value)).getLong();
    }

    /** With one row more, whose summand that is. */
    public FeedDigest plus(long row) {
        return new FeedDigest(rows + 1, checksum + row);
    }

    /** With one row less. */
    public FeedDigest minus(long row) {
        return new FeedDigest(rows - 1, checksum - row);
    }

    /** The checksum as 16 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().toHexDigits(checksum);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
