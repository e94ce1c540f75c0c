package dev.partyline.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final Sight BOTH = Sight.NOTHING.withRecord("call", Map.of("ana", "AP", "ben", "A"));

    @Test
    void aRecordIsSeenByThoseNamedAndNobodyElse() {
        Sight erased = BOTH.withRecord("call", Map.of("ben", "P"));
        assertThat(erased.records("ana")).isEmpty();
        assertThat(erased.records("ben")).containsExactly(Map.entry("call", "P"));
    }

    @Test
    void aChangeReplacesAllThatTheNamedUsersSee() {
        Sight changed = BOTH.withUsers(Map.of("ben", Map.of("other", "I")));
        assertThat(changed.records("ben")).containsExactly(Map.entry("other", "I"));
        assertThat(changed.records("ana")).isEqualTo(BOTH.records("ana"));
    }

    @Test
    void differencesNameUserRecordAndReasons() {
        Sight actual = Sight.NOTHING.withRecord("call", Map.of("ana", "A", "cleo", "A"));
        assertThat(BOTH.differencesTo(actual))
                .containsExactly(
                        "ana should see call for AP, but the feed has it for A",
                        "ben should see call for A, but the feed has it not at all",
                        "cleo should see call not at all, but the feed has it for A");
        assertThat(BOTH.differencesTo(BOTH)).isEmpty();
    }

    @Test
    void whoSeesNothingMoreEqualsWhoNeverSawAnything() {
        assertThat(BOTH.withUsers(Map.of("ana", Map.of(), "ben", Map.of()))).isEqualTo(Sight.NOTHING);
    }
}
