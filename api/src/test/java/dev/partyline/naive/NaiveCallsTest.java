package dev.partyline.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partyline.naive.NaiveCalls.Sight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NaiveCallsTest {
    @TempDir
    Path directory;

    @Test
    void whoeverWasAssignedWhenTheyAnsweredSharesTheCall() throws IOException {
        String assignments = "10:00,assign,100,ana 10:00,assign,100,ben";
        assertThat(table(assignments, "c1,10:00,ana,answered c2,11:00,ben,answered"))
                .containsExactly(Map.entry("ana", new Sight(1, 2)), Map.entry("ben", new Sight(1, 2)));
    }

    @Test
    void aCallAnsweredOutsideTheAssignmentIsTheAgentsAlone() throws IOException {
        String assignments = "10:00,assign,100,ana 12:00,assign,100,ben";
        assertThat(table(assignments, "c1,11:59,ben,answered c2,09:59,ana,answered c3,11:00,cleo,answered"))
                .containsExactly(
                        Map.entry("ana", new Sight(1, 1)),
                        Map.entry("ben", new Sight(1, 1)),
                        Map.entry("cleo", new Sight(0, 1)));
    }

    @Test
    void missedCallsAndCallsWithoutAnAgentAreShared() throws IOException {
        assertThat(table("10:00,assign,100,ana", "c1,08:00,,missed c2,08:30,cleo,missed c3,08:45,,answered"))
                .containsExactly(Map.entry("ana", new Sight(1, 3)), Map.entry("cleo", new Sight(0, 1)));
    }

    @Test
    void anIntervalIsHalfOpen() throws IOException {
        String assignments = "08:00,assign,100,ana 10:00,assign,100,ben 11:00,unassign,100,ben";
        assertThat(table(assignments, "c1,10:00,ben,answered c2,11:00,ben,answered"))
                .containsExactly(Map.entry("ana", new Sight(1, 1)), Map.entry("ben", new Sight(0, 2)));
    }

    @Test
    void anIntervalOfNoLengthVanishes() throws IOException {
        String assignments = "08:00,assign,100,ana 10:00,assign,100,ben 10:00,unassign,100,ben";
        assertThat(table(assignments, "c1,10:00,ben,answered"))
                .containsExactly(Map.entry("ana", new Sight(1, 0)), Map.entry("ben", new Sight(0, 1)));
    }

    @Test
    void theFilesOrderDecidesAndADateCannotUndoALaterSwitch() throws IOException {
        String assignments = "08:00,assign,100,ana 10:00,assign,100,ben 12:00,unassign,100,ben 11:00,assign,100,ben";
        assertThat(table(assignments, "c1,11:30,ben,answered c2,12:00,ben,answered"))
                .containsExactly(Map.entry("ana", new Sight(1, 2)), Map.entry("ben", new Sight(1, 2)));
        String revoked = "08:00,assign,100,ana 10:00,assign,100,ben 12:00,assign,100,ben 09:00,unassign,100,ben";
        assertThat(table(revoked, "c1,11:00,ben,answered"))
                .containsExactly(Map.entry("ana", new Sight(1, 0)), Map.entry("ben", new Sight(0, 1)));
    }

    @Test
    void aRepeatedAssignmentIsNoSwitch() throws IOException {
        String assignments = "08:00,assign,100,ana 11:00,assign,100,ana 11:00,unassign,100,zoe";
        assertThat(table(assignments, "c1,09:00,ana,answered")).containsExactly(Map.entry("ana", new Sight(1, 1)));
    }

    @Test
    void aCallThatStandsTwiceCountsOnceUnlessItBeganAtAnotherTime() throws IOException {
        assertThat(table("08:00,assign,100,ana", "c1,09:00,,missed c1,09:00,,missed c1,09:01,,missed"))
                .containsExactly(Map.entry("ana", new Sight(1, 2)));
    }

    @Test
    void anotherNumbersCallsStayThere() throws IOException {
        assertThat(table("08:00,assign,200,ana", "c1,09:00,,missed"))
                .containsExactly(Map.entry("ana", new Sight(1, 0)));
    }

    @Test
    void aLineOfAnotherFormIsNamed() {
        assertThatThrownBy(() -> table("08:00,assign,100", "c1,09:00,,missed"))
                .hasMessageContaining("assignments.csv:2")
                .hasMessageContaining("4 fields");
    }

    /** Short forms: rows parted by a space, times of one day, every call on number 100. */
    private Map<String, Sight> table(String assignments, String calls) throws IOException {
        StringBuilder changes = new StringBuilder("at,action,number,user\n");
        for (String row : assignments.split(" ", -1)) {
            String[] field = row.split(",", 2);
            changes.append("2026-01-01T" + field[0] + ":00Z," + field[1] + "\n");
        }
        StringBuilder log = new StringBuilder("call_id,started_at,number,contact_id,agent,outcome,duration_s\n");
        for (String row : calls.split(" ", -1)) {
            String[] field = row.split(",", -1);
            log.append(field[0] + ",2026-01-01T" + field[1] + ":00Z,100,," + field[2] + "," + field[3] + ",60\n");
        }
        Path changesFile = Files.writeString(directory.resolve("assignments.csv"), changes);
        return NaiveCalls.table(changesFile, List.of(gzip(log.toString())));
    }

    private Path gzip(String text) throws IOException {
        Path file = directory.resolve("calls.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
