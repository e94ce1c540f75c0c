package dev.partyline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeedDigestTest {
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.US_ASCII);

    /** As others compute it: {@code printf 'ws|ana|user\0value' | sha256sum}. */
    @Test
    void aRowIsWhatEverybodyComputes() {
        FeedDigest one = FeedDigest.NONE.plus(FeedDigest.ofRow("ws|ana|user", VALUE));
        assertThat(one.rows()).isEqualTo(1);
        assertThat(one.hex()).isEqualTo("87604e10cc5dd3d1");
        assertThat(FeedDigest.NONE.hex()).isEqualTo("0000000000000000");
    }

    @Test
    void theOrderOfRowsDoesNotMatterAndWhatGoesLeavesNothing() {
        Random random = new Random(1);
        List<Long> rows = new ArrayList<>(
                LongStream.generate(random::nextLong).limit(50).boxed().toList());
        FeedDigest all = sum(rows);
        Collections.shuffle(rows, random);
        assertThat(sum(rows)).isEqualTo(all);
        assertThat(rows.stream().reduce(all, FeedDigest::minus, (one, other) -> one))
                .isEqualTo(FeedDigest.NONE);
    }

    @Test
    void keyAndValueDoNotRunIntoOneAnother() {
        byte[] longer = "|xvalue".getBytes(StandardCharsets.US_ASCII);
        assertThat(FeedDigest.ofRow("a|x", VALUE)).isNotEqualTo(FeedDigest.ofRow("a", longer));
    }

    private static FeedDigest sum(List<Long> rows) {
        return rows.stream().reduce(FeedDigest.NONE, FeedDigest::plus, (one, other) -> one);
    }
}
