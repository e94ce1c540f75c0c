package dev.partyline.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;

/** Which partition a key lies in: Java's default partitioner, murmur2 of the key bytes, over the part DESIGN 5 names. */
public final class Partitions {
    private Partitions() {}

    /** Topics partitioned by their whole key: {@code changes}, {@code records}, {@code user-access} and others. */
    public static int ofKey(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** As {@link #ofKey(byte[], int)}, of a string's UTF-8 bytes. */
    public static int ofKey(String key, int partitions) {
        return ofKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** {@code number-access} and {@code contact-access}: by the number alone, where the number's records lie. */
    public static int ofNumberKey(String numberKey, int partitions) {
        return ofKey(Keys.numberOf(numberKey), partitions);
    }

    /** {@code feed}: by {@code ws|userId}, so that a user's rows and their {@code user-access} lie together. */
    public static int ofFeedKey(byte[] feedKey, int partitions) {
        return ofKey(Arrays.copyOf(feedKey, Keys.userPrefixLength(feedKey)), partitions);
    }
}
