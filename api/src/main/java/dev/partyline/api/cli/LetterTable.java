package dev.partyline.api.cli;

import dev.partyline.api.deadletters.Summary;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Dead letters as a table for people. */
final class LetterTable {
    private static final String ROW = "%-10s  %-20s  %-24s  %-15s  %s";

    private LetterTable() {}

    static String text(List<Summary> letters) {
        StringBuilder table = new StringBuilder(line("PLACE", "BURIED", "FROM", "REASON", "KEY"));
        for (Summary letter : letters) {
            table.append(line(
                    letter.place().toString(),
                    letter.buriedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    letter.topic(),
                    letter.reason(),
                    letter.key() + (letter.sentAgain().isPresent() ? "  (sent again)" : "")));
        }
        return table.toString();
    }

    private static String line(String place, String buried, String from, String reason, String key) {
        return String.format(ROW, place, buried, from, reason, key).stripTrailing() + System.lineSeparator();
    }
}
