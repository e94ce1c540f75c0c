package dev.partyline.naive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real call logs, where this machine has them: the folder that the system property {@code partyline.data} names,
 * else {@code shared/data} beside one of the folders above the working directory. They are not part of the project.
 */
public record CallLogs(Path assignments, List<Path> calls) {
    public static final String PROPERTY = "partyline.data";

    /** Empty where there are none. */
    public static Optional<CallLogs> find() throws IOException {
        String named = System.getProperty(PROPERTY, "");
        Stream<Path> candidates = named.isEmpty() ? beside() : Stream.of(Path.of(named));
        Optional<Path> folder = candidates
                .filter(candidate -> Files.exists(candidate.resolve("assignments.csv")))
                .findFirst();
        return folder.isPresent() ? Optional.of(in(folder.get())) : Optional.empty();
    }

    private static Stream<Path> beside() {
        return Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve("shared").resolve("data"));
    }

    private static CallLogs in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> calls = files.filter(
                            file -> file.getFileName().toString().matches("calls-.*\\.csv(\\.gz)?"))
                    .sorted()
                    .toList();
            return new CallLogs(folder.resolve("assignments.csv"), calls);
        }
    }
}
