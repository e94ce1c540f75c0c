package dev.partyline.api.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void nothingThatControlsATerminalComesThrough() {
        assertThat(Printable.text("a\u001b[2Jb\r\n\u0007")).isEqualTo("a\\u001b[2Jb\\u000d\\u000a\\u0007");
        assertThat(Printable.text("right-to-left \u202e, C1 \u009b")).isEqualTo("right-to-left \\u202e, C1 \\u009b");
        assertThat(Printable.text(new byte[] {'x', (byte) 0xff})).isEqualTo("x\\ufffd");
        assertThat(Printable.text("Grüße, 日本, 😀")).isEqualTo("Grüße, 日本, 😀");
        assertThat(Printable.text((byte[]) null)).isEqualTo("(null)");
    }

    @Test
    void aDumpEndsWhereItIsToldTo() {
        byte[] bytes = "0123456789abcdef\u001b!".getBytes(StandardCharsets.UTF_8);
        assertThat(Printable.hex(bytes, 100, "").lines())
                .containsExactly(
                        "000000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef",
                        "000010  1b 21                                            .!");
        assertThat(Printable.hex(bytes, 16, "> ").lines()).last().isEqualTo("> ... 2 bytes more");
    }
}
