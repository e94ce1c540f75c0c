package dev.partyline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumePointTest {
    private static final Random RANDOM = new Random(7);

    @Test
    void itComesBackAsItWas() {
        for (int i = 0; i < 1_000; i++) {
            ResumePoint point = point(RANDOM.nextInt(61));
            assertThat(ResumePoint.parse(point.toString())).isEqualTo(point);
        }
    }

    @Test
    void ofTooManyLinesItSaysThatItMayBeAny() {
        ResumePoint read = ResumePoint.parse(point(61).toString());
        assertThat(read.withheld()).isEqualTo(Withholding.UNKNOWN);
        assertThat(ResumePoint.parse(read.toString())).isEqualTo(read);
    }

    @Test
    void itFitsIntoAHeaderWhateverItHolds() {
        assertThat(point(60).toString()).hasSizeLessThan(1_200);
        assertThat(point(0).toString()).hasSizeLessThan(64).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void whateverIsChangedInItIsNoticed() {
        byte[] good = Base64.getUrlDecoder().decode(point(3).toString());
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(bad);
        }
        for (int length = 0; length < good.length; length++) {
            assertRefused(Arrays.copyOf(good, length));
        }
        assertRefused(Arrays.copyOf(good, good.length + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "nonsense", "AQ", "0", "AAAA====", "\u00e9\u00e9\u00e9\u00e9"})
    void whatIsNoPointIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ResumePoint.parse(text));
    }

    private static void assertRefused(byte[] bytes) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThatIllegalArgumentException().isThrownBy(() -> ResumePoint.parse(text));
    }

    private static ResumePoint point(int lines) {
        TreeMap<Integer, Long> showsFrom = new TreeMap<>();
        while (showsFrom.size() < lines) {
            showsFrom.put(RANDOM.nextInt(), RANDOM.nextLong());
        }
        FeedOwner owner = new FeedOwner(RANDOM.nextLong(), RANDOM.nextLong());
        long offset = RANDOM.nextInt(5) == 0 ? ResumePoint.OVER : RANDOM.nextLong(Long.MAX_VALUE);
        return new ResumePoint(owner, RANDOM.nextInt(), offset, RANDOM.nextLong(), new Withholding(false, showsFrom));
    }
}
