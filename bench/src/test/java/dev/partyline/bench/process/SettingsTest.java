package dev.partyline.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void theyComeOutOfTheirLineAsTheyWere() {
        Settings settings = new Settings(Map.of("data", "/a path/with = in it", "empty", "", "threads", "2"));
        assertThat(Settings.parse(settings.line())).isEqualTo(settings);
        assertThat(settings.number("threads")).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> new Settings(Map.of("a", "b")).text("topic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("topic");
    }
}
