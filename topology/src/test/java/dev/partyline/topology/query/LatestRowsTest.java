package dev.partyline.topology.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

class LatestRowsTest {
    private static final int KEYS = 12;

    /** Tables and later rows at random: each read is that of a table into which the rows have come. */
    @Test
    void itReadsAsATableIntoWhichTheRowsHaveCome() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            NavigableMap<String, byte[]> before = new TreeMap<>();
            NavigableMap<String, Optional<byte[]>> later = new TreeMap<>();
            for (int i = 0; i < random.nextInt(KEYS); i++) {
                before.put(key(random.nextInt(KEYS)), bytes("before-" + i));
            }
            for (int i = 0; i < random.nextInt(KEYS); i++) {
                Optional<byte[]> row = random.nextBoolean() ? Optional.of(bytes("later-" + i)) : Optional.empty();
                later.put(key(random.nextInt(KEYS)), row);
            }
            NavigableMap<String, byte[]> after = new TreeMap<>(before);
            later.forEach((key, row) -> row.ifPresentOrElse(value -> after.put(key, value), () -> after.remove(key)));
            LatestRows rows = new LatestRows(new MapStore(before), later);
            check(rows, after);
        }
    }

    private static void check(LatestRows rows, NavigableMap<String, byte[]> after) {
        assertThat(words(rows.all())).isEqualTo(words(after));
        for (int from = 0; from < KEYS; from++) {
            assertThat(rows.get(key(from))).isEqualTo(after.get(key(from)));
            for (int to = 0; to < KEYS; to++) {
                NavigableMap<String, byte[]> part =
                        from > to ? new TreeMap<>() : after.subMap(key(from), true, key(to), true);
                assertThat(words(rows.range(key(from), key(to)))).isEqualTo(words(part));
            }
        }
    }

    @Test
    void anIteratorThatIsOverSaysSo() {
        LatestRows rows = new LatestRows(new MapStore(new TreeMap<>()), new TreeMap<>());
        try (KeyValueIterator<String, byte[]> none = rows.all()) {
            assertThat(none.hasNext()).isFalse();
            assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(none::peekNextKey).isInstanceOf(NoSuchElementException.class);
        }
    }

    private static NavigableMap<String, String> words(KeyValueIterator<String, byte[]> found) {
        NavigableMap<String, String> words = new TreeMap<>();
        String last = "";
        try (found) {
            while (found.hasNext()) {
                String key = found.peekNextKey();
                KeyValue<String, byte[]> row = found.next();
                assertThat(row.key).isEqualTo(key).isGreaterThan(last);
                words.put(row.key, text(row.value));
                last = row.key;
            }
        }
        return words;
    }

    private static NavigableMap<String, String> words(NavigableMap<String, byte[]> rows) {
        NavigableMap<String, String> words = new TreeMap<>();
        rows.forEach((key, value) -> words.put(key, text(value)));
        return words;
    }

    private static String key(int index) {
        return "acme|ana|rec|" + (char) ('a' + index);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
