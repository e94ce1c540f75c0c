package dev.partyline.topology.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CauseHeadersTest {
    private final CauseHeaders headers = new CauseHeaders();

    @Test
    void theySayTheCauseAndTheChangeWhateverWasAskedBefore() {
        List<@Nullable String> changes = new ArrayList<>(List.of("c-1", "c-2", "c-1"));
        changes.add(null);
        changes.add("c-2");
        for (@Nullable String change : changes) {
            for (int turn = 0; turn < 2; turn++) {
                for (Cause cause : Cause.values()) {
                    assertThat(said(headers.of(cause, change)))
                            .isEqualTo(
                                    change == null
                                            ? List.of("cause=" + cause.word())
                                            : List.of("cause=" + cause.word(), "change=" + change));
                }
            }
        }
    }

    private static List<String> said(Headers headers) {
        List<String> said = new ArrayList<>();
        headers.forEach(header -> said.add(header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8)));
        return said;
    }
}
