package dev.partyline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void keysAreAsTheContractSays() {
        assertThat(Keys.ofNumber("acme", "+15550100")).isEqualTo("acme|+15550100");
        assertThat(Keys.ofUser("acme", "ann")).isEqualTo("acme|ann");
        assertThat(Keys.ofFeedLine("acme", "ann", "+15550100")).isEqualTo("acme|ann|line|+15550100");
        assertThat(Keys.ofFeedUser("acme", "ann")).isEqualTo("acme|ann|user");
        assertThat(Keys.ofFeedRecord("acme", "ann", Keys.position(1, "r"), "+15550100"))
                .isEqualTo("acme|ann|rec|9223372036854775806|r|+15550100");
    }

    @Test
    void positionsHave19DigitsWhateverTheTime() {
        for (long time : new long[] {0, 1, 946_684_799_999L, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
            assertThat(Keys.position(time, "r")).matches("[0-9]{19}\\|r");
        }
        assertThat(Keys.position(Long.MAX_VALUE, "r")).isEqualTo("0".repeat(19) + "|r");
    }

    @Test
    void bytesOfPositionsSortNewestFirst() {
        Random random = Seed.random(KeysTest.class);
        List<Long> times = Stream.concat(
                        LongStream.of(0, 1, 9, 10, Long.MAX_VALUE).boxed(),
                        random.longs(2_000, 0, Long.MAX_VALUE)
                                .map(t -> t >>> random.nextInt(63))
                                .boxed())
                .distinct()
                .toList();

        List<String> byBytes = times.stream()
                .map(time -> Keys.position(time, "r"))
                .sorted(Comparator.comparing(KeysTest::bytes, Arrays::compareUnsigned))
                .toList();

        assertThat(byBytes)
                .isEqualTo(times.stream()
                        .sorted(Comparator.reverseOrder())
                        .map(time -> Keys.position(time, "r"))
                        .toList());
    }

    @Test
    void aUsersRowsAreOneRangeOfTheFeed() {
        String prefix = Keys.ofUser("acme", "ann") + "|";
        List<String> rows = List.of(
                Keys.ofFeedLine("acme", "ann", "311"),
                Keys.ofFeedRecord("acme", "ann", Keys.position(5, "r"), "311"),
                Keys.ofFeedUser("acme", "ann"));

        assertThat(rows).allMatch(row -> row.startsWith(prefix)).isSorted();
        assertThat(Keys.ofFeedUser("acme", "ann2")).doesNotStartWith(prefix);
        assertThat(Keys.ofFeedUser("acme2", "ann")).doesNotStartWith(prefix);
    }

    @Test
    void thePrefixOfAFeedKeyEndsBeforeTheSecondSeparator() {
        byte[] key = bytes("acme|ann|line|311");
        assertThat(Keys.userPrefixLength(key)).isEqualTo("acme|ann".length());
        assertThatThrownBy(() -> Keys.userPrefixLength(bytes("acme|ann"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNumberIsWhatFollowsTheWorkspace() {
        assertThat(Keys.numberOf("acme|+15550100")).isEqualTo("+15550100");
        assertThat(Keys.numberOf(Keys.ofContact("acme", "+15550100", "c-1"))).isEqualTo("+15550100");
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPositionIsKnownByItsForm() {
        assertThat(Keys.isPosition(Keys.position(0, "r"))).isTrue();
        assertThat(Keys.isPosition(Keys.position(Long.MAX_VALUE, "c-1:a"))).isTrue();
        assertThat(Keys.isPosition("")).isFalse();
        assertThat(Keys.isPosition("0".repeat(19))).isFalse();
        assertThat(Keys.isPosition("0".repeat(19) + "|")).isFalse();
        assertThat(Keys.isPosition("0".repeat(18) + "x|r")).isFalse();
        assertThat(Keys.isPosition("0".repeat(20) + "|r")).isFalse();
        assertThat(Keys.isPosition(Keys.position(0, "r") + "|777")).isFalse();
    }
}
