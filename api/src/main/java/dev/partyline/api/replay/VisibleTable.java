package dev.partyline.api.replay;

import dev.partyline.api.client.FeedFold;
import dev.partyline.schema.LineState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who sees how much: a row for each user who is assigned to a line or sees a record, by userId.
 *
 * @param rows one for each user
 */
record VisibleTable(List<Row> rows) {
    /**
     * One user.
     *
     * @param lines numbers to which the user is assigned now
     * @param records records visible to the user now
     */
    record Row(String user, long lines, long records) {}

    static VisibleTable of(FeedFold fold, String workspaceId) {
        return new VisibleTable(fold.users(workspaceId).stream()
                .map(user ->
                        new Row(user, assignedLines(fold, workspaceId, user), fold.visibleCount(workspaceId, user)))
                .filter(row -> row.lines() > 0 || row.records() > 0)
                .toList());
    }

    /** For people: columns aligned, with a header. */
    String text() {
        int width = rows.stream().mapToInt(row -> row.user().length()).max().orElse(0);
        String format = "%-" + Math.max("user".length(), width) + "s  %5s  %9s%n";
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, format, "user", "lines", "records"));
        for (Row row : rows) {
            String records = String.format(Locale.ROOT, "%,d", row.records());
            text.append(String.format(Locale.ROOT, format, row.user(), row.lines(), records));
        }
        return text.toString();
    }

    /** For programs: {@code user,lines,records}, with that header. */
    void writeCsv(Path file) throws IOException {
        Stream<String> lines = rows.stream().map(row -> row.user() + "," + row.lines() + "," + row.records());
        Iterable<String> all = Stream.concat(Stream.of("user,lines,records"), lines)::iterator;
        Files.write(file, all, StandardCharsets.UTF_8);
    }

    private static long assignedLines(FeedFold fold, String workspaceId, String user) {
        return fold.lines(workspaceId, user).stream()
                .filter(LineState::getAssigned)
                .count();
    }
}
