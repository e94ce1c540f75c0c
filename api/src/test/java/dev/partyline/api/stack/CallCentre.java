package dev.partyline.api.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/**
 * An invented call centre's logs, in the form that replay reads: the same every time.
 *
 * @param assignments who was assigned where, when
 * @param calls the calls, oldest first
 */
record CallCentre(Path assignments, Path calls) {
    private static final Instant OPENED = Instant.parse("2026-01-01T08:00:00Z");
    private static final int NUMBERS = 4;
    private static final int AGENTS = 8;
    private static final int SHIFTS = 60;
    private static final int CALLS = 20_000;
    private static final int SECONDS_BETWEEN_CALLS = 30;

    static CallCentre write(Path directory) throws IOException {
        Random random = new Random(7);
        StringBuilder assignments = new StringBuilder("at,action,number,user\n");
        int secondsBetweenShifts = CALLS * SECONDS_BETWEEN_CALLS / SHIFTS;
        boolean[][] assigned = new boolean[NUMBERS][AGENTS];
        for (int i = 0; i < SHIFTS; i++) {
            int number = random.nextInt(NUMBERS);
            int agent = random.nextInt(AGENTS);
            assigned[number][agent] = !assigned[number][agent];
            assignments.append("%s,%s,%s,agent%d%n"
                    .formatted(
                            OPENED.plusSeconds((long) i * secondsBetweenShifts),
                            assigned[number][agent] ? "assign" : "unassign",
                            number(number),
                            agent));
        }
        StringBuilder calls = new StringBuilder("call_id,started_at,number,contact_id,agent,outcome,duration_s\n");
        for (int i = 0; i < CALLS; i++) {
            boolean missed = random.nextInt(4) == 0;
            calls.append("c%d,%s,%s,,%s,%s,%d%n"
                    .formatted(
                            i,
                            OPENED.plusSeconds((long) i * SECONDS_BETWEEN_CALLS),
                            number(random.nextInt(NUMBERS)),
                            missed ? "" : "agent" + random.nextInt(AGENTS),
                            missed ? "missed" : "answered",
                            random.nextInt(600)));
        }
        return new CallCentre(
                Files.writeString(directory.resolve("assignments.csv"), assignments),
                Files.writeString(directory.resolve("calls.csv"), calls));
    }

    private static String number(int index) {
        return "+1212555010" + index;
    }
}
