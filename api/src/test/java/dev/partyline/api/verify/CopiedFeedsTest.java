package dev.partyline.api.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partyline.schemas.FeedDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopiedFeedsTest {
    @Test
    void whateverCameTheDigestIsOfWhatIsLeft() {
        Random random = new Random(7);
        CopiedFeeds feeds = new CopiedFeeds();
        Map<String, byte[]> left = new HashMap<>();
        for (int offset = 0; offset < 500; offset++) {
            String key = "ws|ana|rec|" + random.nextInt(20);
            if (random.nextInt(3) == 0) {
                left.remove(key);
                feeds.apply(key, null, offset);
            } else {
                byte[] value = {(byte) random.nextInt(4)};
                left.put(key, value);
                feeds.apply(key, value, offset);
            }
            assertThat(feeds.of("ws|ana")).isEqualTo(new CopiedFeeds.Copy(digest(left), offset));
        }
        assertThat(feeds.of("ws|ben")).isEqualTo(CopiedFeeds.Copy.NONE);
        assertThat(feeds.users()).containsExactly("ws|ana");
    }

    private static FeedDigest digest(Map<String, byte[]> rows) {
        return rows.entrySet().stream()
                .map(row -> FeedDigest.ofRow(row.getKey(), row.getValue()))
                .reduce(FeedDigest.NONE, FeedDigest::plus, (one, other) -> one);
    }
}
