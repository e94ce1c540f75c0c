package dev.partyline.api.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.api.peer.PeerSecret.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerSecretTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");
    private static final byte[] BODY = "{\"key\":\"acme|ana\"}".getBytes(StandardCharsets.UTF_8);
    private static final Question ASKED = new Question("POST", "/internal/get", BODY, NOW);

    private final PeerSecret secret = PeerSecret.of("sixteen letters!");
    private final String signature = secret.sign(ASKED);

    @Test
    void whoSharesTheSecretIsKnown() {
        assertThat(PeerSecret.of("sixteen letters!").signed(ASKED, signature, NOW))
                .isTrue();
    }

    @Test
    void whoDoesNotIsNot() {
        for (PeerSecret other : List.of(PeerSecret.of("sixteen letters?"), PeerSecret.random(), PeerSecret.random())) {
            assertThat(other.signed(ASKED, signature, NOW)).isFalse();
        }
        assertThat(secret.signed(ASKED, "", NOW)).isFalse();
        assertThat(secret.signed(ASKED, signature.substring(1), NOW)).isFalse();
        assertThat(secret.signed(ASKED, signature + "A", NOW)).isFalse();
        assertThat(secret.signed(ASKED, "é".repeat(43), NOW)).isFalse();
    }

    @Test
    void everyPartOfTheQuestionIsSigned() {
        byte[] otherBody = BODY.clone();
        otherBody[BODY.length - 1] ^= 1;
        List<Question> others = List.of(
                new Question("GET", "/internal/get", BODY, NOW),
                new Question("POST", "/internal/range", BODY, NOW),
                new Question("POST", "/internal/get?x=1", BODY, NOW),
                new Question("POST", "/internal/get", otherBody, NOW),
                new Question("POST", "/internal/get", new byte[0], NOW),
                new Question("POST", "/internal/get", BODY, NOW.plusMillis(1)));
        for (Question other : others) {
            assertThat(secret.signed(other, signature, NOW)).as("%s", other).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 30_000, -30_000})
    void clocksMayBeALittleApart(long millis) {
        assertThat(secret.signed(ASKED, signature, NOW.plusMillis(millis))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {30_001, -30_001, 86_400_000})
    void anOverheardQuestionIsOfNoUseLater(long millis) {
        assertThat(secret.signed(ASKED, signature, NOW.plusMillis(millis))).isFalse();
    }

    @Test
    void aTimeThatIsFarAwayIsNoFault() {
        for (Instant far : List.of(Instant.ofEpochMilli(Long.MAX_VALUE), Instant.ofEpochMilli(Long.MIN_VALUE))) {
            Question question = new Question("GET", "/internal/walks", BODY, far);
            assertThat(secret.signed(question, secret.sign(question), NOW)).isFalse();
        }
        assertThat(Duration.ofSeconds(30)).isEqualTo(PeerSecret.TOLERANCE);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> PeerSecret.of("fifteen letters"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16");
    }
}
