package dev.partyline.topology.visibility;

import dev.partyline.schemas.Keys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Where the rows of records go: a user's keys begin alike and lie in one partition, and the keys of a record's rows end alike.
 * Both halves are made once, and put together for each row.
 */
final class RowAddresses {
    /** So many users are kept, some 200 bytes each; then all are forgotten. */
    private static final int MOST = 16_384;

    private final ToIntFunction<byte[]> partition;
    private final Map<String, Address> known = new HashMap<>();

    /** @param partition where a key of the feed lies */
    RowAddresses(ToIntFunction<byte[]> partition) {
        this.partition = partition;
    }

    /** What a user's rows have in common: the partition, and what their keys begin with. */
    record Address(String workspaceId, int partition, byte[] beginning) {
        /** The key of a row that ends with {@code place}. */
        byte[] key(byte[] place) {
            byte[] key = Arrays.copyOf(beginning, beginning.length + place.length);
            System.arraycopy(place, 0, key, beginning.length, place.length);
            return key;
        }
    }

    Address of(String workspaceId, String userId) {
        Address address = known.get(userId);
        if (address != null && address.workspaceId().equals(workspaceId)) {
            return address;
        }
        if (known.size() == MOST) {
            known.clear();
        }
        byte[] beginning = bytes(Keys.feedRecords(workspaceId, userId));
        Address made = new Address(workspaceId, partition.applyAsInt(beginning), beginning);
        known.put(userId, made);
        return made;
    }

    /** What the keys of a record's rows end with. */
    static byte[] place(IndexedRecord told) {
        return bytes(Keys.feedPlace(told.position(), told.record().getNumber()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
