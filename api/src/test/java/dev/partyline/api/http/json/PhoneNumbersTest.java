package dev.partyline.api.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.partyline.schemas.Ids;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
    private final PhoneNumbers anywhere = new PhoneNumbers(Optional.empty());
    private final PhoneNumbers inTheStates = new PhoneNumbers(Optional.of("us"));

    @ParameterizedTest
    @CsvSource({
        "+12125550100, +12125550100",
        "+1 (212) 555-0100, +12125550100",
        "+1.212.555.0100, +12125550100",
        "+1 212\u2011555\u20130100, +12125550100",
        "+1\u00a0212\u00a0555\u00a00100, +12125550100",
        "+44 (0)20 7946 0018, +442079460018",
        "+4402079460018, +4402079460018",
        "+999 123 4567, +9991234567",
        "911, 911",
        "24-365, 24365",
        "12345678, 12345678",
        "2125550100,",
        "(212) 555-0100,",
        "0044 20 7946 0018,",
        "12,",
        "+0123456789,",
        "+1 212 555 0100 x12,",
        "+1 800 FLOWERS,",
        "+1+2125550100,",
        "+,",
        "sales,",
        "'',"
    })
    void withoutARegionOnlyNumbersWithAPlusAndShortCodesAreUnderstood(String written, @Nullable String normal) {
        assertThat(anywhere.normalise(written)).isEqualTo(Optional.ofNullable(normal));
    }

    @ParameterizedTest
    @CsvSource({
        "2125550100, +12125550100",
        "(212) 555-0100, +12125550100",
        "1-212-555-0100, +12125550100",
        "011 44 20 7946 0018, +442079460018",
        "+44 20 7946 0018, +442079460018",
        "911, 911",
        "24365, 24365",
        "12,"
    })
    void withARegionNumbersAreReadAsThatCountryWritesThem(String written, @Nullable String normal) {
        assertThat(inTheStates.normalise(written)).isEqualTo(Optional.ofNullable(normal));
    }

    @ParameterizedTest
    @CsvSource({"+12125550100", "+9991234567", "+4402079460018", "5550100", "911"})
    void whatIsInNormalFormStaysAsItIs(String normal) {
        assertThat(Ids.isNumber(normal)).isTrue();
        assertThat(anywhere.normalise(normal)).contains(normal);
        assertThat(inTheStates.normalise(normal)).contains(normal);
    }

    @Test
    void aRegionThatIsNoCountryIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumbers(Optional.of("XX")))
                .withMessageContaining("region")
                .withMessageContaining("XX");
    }
}
