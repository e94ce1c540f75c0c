package dev.partyline.api.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes and texts of strangers, for a terminal: nothing that they contain reaches it as a control character. */
public final class Printable {
    private static final int ROW = 16;
    private static final HexFormat HEX = HexFormat.of();

    private Printable() {}

    /** UTF-8 as text; what would control the terminal, or is no UTF-8, as {@code \}{@code uXXXX}. */
    public static String text(byte @Nullable [] bytes) {
        return bytes == null ? "(null)" : text(new String(bytes, StandardCharsets.UTF_8));
    }

    /** As {@link #text(byte[])}. */
    public static String text(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isPlain(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(String.format("\\u%04x", c));
            }
        });
        return printable.toString();
    }

    /** At most {@code length} characters of it. */
    public static String clipped(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 3) + "...";
    }

    /** A hex dump of the first {@code most} bytes, 16 to a line, each line beginning with {@code indent}. */
    public static String hex(byte[] bytes, int most, String indent) {
        StringBuilder dump = new StringBuilder();
        int end = Math.min(bytes.length, most);
        for (int row = 0; row < end; row += ROW) {
            dump.append(row(bytes, row, Math.min(end, row + ROW), indent));
        }
        if (end < bytes.length) {
            dump.append(indent).append("... ").append(bytes.length - end).append(" bytes more\n");
        }
        return dump.toString();
    }

    private static String row(byte[] bytes, int from, int to, String indent) {
        StringBuilder hex = new StringBuilder();
        StringBuilder ascii = new StringBuilder();
        for (int i = from; i < to; i++) {
            hex.append(HEX.toHexDigits(bytes[i])).append(' ');
            ascii.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
        }
        return String.format("%s%06x  %-48s %s%n", indent, from, hex, ascii);
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return c != 0xfffd
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.UNASSIGNED
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
