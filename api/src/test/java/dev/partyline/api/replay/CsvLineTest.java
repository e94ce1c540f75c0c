package dev.partyline.api.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLineTest {
    @Test
    void fieldsStandBetweenCommas() {
        assertThat(CsvLine.split("a,b,,d,")).containsExactly("a", "b", "", "d", "");
    }

    @Test
    void quotesHoldCommasAndDoubledQuotes() {
        assertThat(CsvLine.split("\"a,b\",\"say \"\"hi\"\"\",,\"\"")).containsExactly("a,b", "say \"hi\"", "", "");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'a,\"b', a quote is left open",
                "'\"a\"b,c', text after a closing quote",
                "'a\"b,c', a quote within an unquoted field"
            })
    void aMisplacedQuoteIsRefusedWithItsReason(String line, String reason) {
        assertThatThrownBy(() -> CsvLine.split(line)).hasMessage(reason);
    }
}
