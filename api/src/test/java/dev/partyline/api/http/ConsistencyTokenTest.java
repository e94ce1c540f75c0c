package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyTokenTest {
    private static final List<ConsistencyToken> TOKENS = List.of(
            new ConsistencyToken("acme", "c1", 0),
            new ConsistencyToken("a.b_c:d@e+f-g", "9", Long.MAX_VALUE / 10),
            new ConsistencyToken("w".repeat(128), "c".repeat(128), 999_999_999_999_999_999L));

    @Test
    void whatWasGivenOutIsRead() {
        for (ConsistencyToken token : TOKENS) {
            assertThat(ConsistencyToken.parse(token.toString())).contains(token);
            assertThat(token.toString()).matches("[A-Za-z0-9_-]+");
        }
    }

    @Test
    void noCharacterMayBeMissingOrAnother() {
        String text = TOKENS.get(0).toString();
        for (int i = 0; i < text.length(); i++) {
            assertThat(ConsistencyToken.parse(text.substring(0, i) + text.substring(i + 1)))
                    .isEmpty();
            for (char other : "Aa0-_Qz".toCharArray()) {
                String changed = text.substring(0, i) + other + text.substring(i + 1);
                if (other != text.charAt(i)) {
                    assertThat(ConsistencyToken.parse(changed)).as(changed).isEmpty();
                }
            }
        }
    }

    @Test
    void whatNobodyGaveOutIsNoToken() {
        for (String text : List.of("", "?", "=", "acme", encoded(""), encoded("1|acme|c1|0|0"), encoded("||||"))) {
            assertThat(ConsistencyToken.parse(text)).as(text).isEmpty();
        }
        assertThat(ConsistencyToken.parse("A".repeat(100_000))).isEmpty();
        assertThat(ConsistencyToken.parse(TOKENS.get(0) + "=")).isEmpty();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
