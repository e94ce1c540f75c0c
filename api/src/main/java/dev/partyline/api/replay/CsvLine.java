package dev.partyline.api.replay;

import java.util.ArrayList;
import java.util.List;

/** One line of a CSV file (RFC 4180, without line breaks in fields): a bad line then spoils no other. */
final class CsvLine {
    private CsvLine() {}

    /**
     * Splits a line into its fields.
     *
     * @throws IllegalArgumentException when a quote is left open or stands within an unquoted field
     */
    static List<String> split(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            StringBuilder field = new StringBuilder();
            at = readField(line, at, field) + 1;
            fields.add(field.toString());
        }
        return fields;
    }

    /** Returns where the field ends: at a comma, or at the end of the line. */
    private static int readField(String line, int start, StringBuilder field) {
        if (start == line.length() || line.charAt(start) != '"') {
            int comma = line.indexOf(',', start);
            int end = comma < 0 ? line.length() : comma;
            field.append(line, start, end);
            if (field.indexOf("\"") >= 0) {
                throw new IllegalArgumentException("a quote within an unquoted field");
            }
            return end;
        }
        int at = start + 1;
        while (at < line.length()) {
            if (line.charAt(at) != '"') {
                field.append(line.charAt(at++));
            } else if (line.startsWith("\"\"", at)) {
                field.append('"');
                at += 2;
            } else {
                return endAfterQuote(line, at + 1);
            }
        }
        throw new IllegalArgumentException("a quote is left open");
    }

    private static int endAfterQuote(String line, int at) {
        if (at < line.length() && line.charAt(at) != ',') {
            throw new IllegalArgumentException("text after a closing quote");
        }
        return at;
    }
}
