package dev.partyline.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {
    @ParameterizedTest
    @CsvSource({
        "EQUAL, compact, compact, true",
        "EQUAL, delete, compact, false",
        "EQUAL, 'compact,delete', compact, false",
        "AT_LEAST, 7, 7, true",
        "AT_LEAST, 8, 7, true",
        "AT_LEAST, 6, 7, false",
        "AT_LEAST, -1, 7, true",
        "AT_LEAST, -1, -1, true",
        "AT_LEAST, 9223372036854775807, -1, false",
        "AT_MOST, 7, 7, true",
        "AT_MOST, 6, 7, true",
        "AT_MOST, 9223372036854775807, 7, false",
    })
    void itPermitsWhatKeepsThePromise(Bound bound, String is, String must, boolean permitted) {
        assertThat(bound.permits(is, must)).isEqualTo(permitted);
    }
}
