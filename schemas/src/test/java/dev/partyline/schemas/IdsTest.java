package dev.partyline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "9", "ann", "A.b_c:d@e+f-g", "0-"})
    void idsAreTakenByForm(String id) {
        assertThat(Ids.isId(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "+1", "@a", "a b", "a|b", "a\n", "ä", "aé", "a\u0000", "a/b", "１"})
    void nothingElseIsAnId(String id) {
        assertThat(Ids.isId(id)).isFalse();
    }

    @Test
    void anIdHasAtMost128Characters() {
        assertThat(Ids.isId("a".repeat(128))).isTrue();
        assertThat(Ids.isId("a".repeat(129))).isFalse();
    }

    @Test
    void nullIsNeither() {
        assertThat(Ids.isId(null)).isFalse();
        assertThat(Ids.isNumber(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1234567", "+123456789012345", "311", "12345678", "000"})
    void numbersAreTakenByForm(String number) {
        assertThat(Ids.isNumber(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+0123456",
                "+123456",
                "+1234567890123456",
                "12",
                "123456789",
                "+1 555 0100",
                "311\n",
                "٣١١"
            })
    void nothingElseIsANumber(String number) {
        assertThat(Ids.isNumber(number)).isFalse();
    }
}
