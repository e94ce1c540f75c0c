package dev.partyline.api.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All lines that are to be replayed, read and checked. */
record Logs(List<CallLine> calls, List<AssignmentLine> assignments) {
    /**
     * Reads every file before anything is published.
     *
     * @throws IOException naming the file, when one cannot be read or has not the columns
     */
    static Logs read(ReplayInput input, Consumer<BadLine> bad) throws IOException {
        List<AssignmentLine> assignments =
                new CsvFile(input.assignments(), AssignmentLine.COLUMNS).read(AssignmentLine::parse, bad);
        List<CallLine> calls = new ArrayList<>();
        for (Path file : input.calls()) {
            calls.addAll(new CsvFile(file, CallLine.COLUMNS).read(CallLine::parse, bad));
        }
        return new Logs(calls, assignments);
    }

    int size() {
        return calls.size() + assignments.size();
    }
}
