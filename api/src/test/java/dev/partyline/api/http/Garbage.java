package dev.partyline.api.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that no caller should send. */
final class Garbage {
    private static final List<String> ESCAPES = List.of(
            "%",
            "%z",
            "%zz",
            "%00",
            "%0a",
            "%2F",
            "%2f%2e%2e",
            "%5c",
            "%25",
            "%c0%af",
            "%ff",
            "%ed%a0%80",
            "%F0%9F%98%80",
            "%u0041",
            "%2B12125550100",
            "%20",
            "%7c",
            "%E2%80%AE",
            "..",
            ".",
            ";x=y",
            "~",
            "'",
            "*");
    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "007",
            "1e9",
            "1e999999999",
            "-1e-999999999",
            "9223372036854775807",
            "9223372036854775808",
            "NaN",
            "0x10",
            "1.5",
            "+1",
            "2147483648",
            "253402300800000",
            "1".repeat(1200));
    private static final List<String> TEXTS = List.of(
            "null",
            "true",
            "undefined",
            "<script>alert(1)</script>",
            "' OR 1=1 --",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "ana|ben",
            "Ana",
            "CALL",
            "MESSAGE",
            "VIEW_RECORD",
            "2026-02-30T00:00:00Z",
            "2026-01-01T00:00:00+99:99",
            "+999999999-12-31T23:59:59Z",
            "\u0000",
            "\u202e",
            "\ud83d\ude00",
            "\u0130",
            "line\nbreak",
            "tab\t",
            "\"",
            "\\");
    private static final int LONGEST = 3_000;

    private final Random random;

    Garbage(Random random) {
        this.random = random;
    }

    /** Part of an address: percent-encoded, well or badly, but never what would end the request line. */
    String inAddress() {
        StringBuilder text = new StringBuilder();
        for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
            text.append(
                    switch (random.nextInt(5)) {
                        case 0 -> pick(ESCAPES);
                        case 1 -> encoded(pick(NUMBERS));
                        case 2 -> encoded(pick(TEXTS));
                        case 3 -> encoded(text());
                        default -> "%" + Integer.toHexString(random.nextInt(256));
                    });
        }
        return text.toString();
    }

    /** Any text, short or long, of any characters. */
    String text() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(TEXTS);
            case 1 -> pick(NUMBERS);
            case 2 -> String.valueOf((char) random.nextInt(0xffff)).repeat(random.nextInt(random.nextInt(LONGEST) + 1));
            default -> new String(bytes(random.nextInt(40)), StandardCharsets.ISO_8859_1);
        };
    }

    /** A JSON value of some type, that may be far too large or too deep. */
    String json() {
        return switch (random.nextInt(8)) {
            case 0 -> pick(NUMBERS);
            case 1 -> pick(List.of("null", "true", "false", "{}", "[]", "[[]]", "{\"\":{}}", "\"\"", "[null]"));
            case 2 -> quoted(text());
            case 3 -> "[".repeat(random.nextInt(5_000));
            case 4 -> "{\"a\":".repeat(random.nextInt(2_000)) + "1";
            case 5 -> "[" + "0,".repeat(random.nextInt(2_000)) + "0]";
            case 6 -> "\"" + pick(List.of("\\ud800", "\\u0000", "\\x", "\u0001", "\\")) + "\"";
            default -> "{\"" + pick(TEXTS).replace("\"", "").replace("\\", "") + "\":" + pick(NUMBERS) + "}";
        };
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Some bytes of {@code good} flipped, left out, doubled or put in. */
    byte[] damaged(byte[] good) {
        ByteArrayOutputStream bad = new ByteArrayOutputStream();
        int oneIn = 1 + random.nextInt(good.length + 1);
        for (byte each : good) {
            if (random.nextInt(oneIn) > 0) {
                bad.write(each);
                continue;
            }
            switch (random.nextInt(4)) {
                case 0 -> bad.write(random.nextInt(256));
                case 1 -> bad.writeBytes(new byte[] {each, each});
                case 2 -> bad.writeBytes(bytes(1 + random.nextInt(4)));
                default -> {}
            }
        }
        return bad.toByteArray();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > ' ' && each < 127 && "#?/%\\".indexOf(each) < 0;
            encoded.append(plain ? String.valueOf((char) each) : String.format("%%%02x", each));
        }
        return encoded.toString();
    }
}
