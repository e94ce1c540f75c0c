package dev.partyline.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A language in which docs/clients speaks Kafka, with all that its programs need: to be run, one after the other. */
final class ForeignClient {
    private static final Path DOCS = Path.of("..", "docs", "clients");
    private static final Path HERE = Path.of("target", "foreign-clients");
    /** As docs/feeds.md and docs/publishing.md name them. */
    private static final List<String> NPM_PACKAGES =
            List.of("kafkajs@2.2.4", "@kafkajs/confluent-schema-registry@3.9.0", "lz4js@0.2.0");

    private static final int SECONDS = 90;

    private final List<String> command;
    private final String suffix;

    private ForeignClient(List<String> command, String suffix) {
        this.command = command;
        this.suffix = suffix;
    }

    /** The Python that has Debian's packages, which need not be the first on the path; empty: there is none. */
    static Optional<ForeignClient> python() throws IOException, InterruptedException {
        for (String program : List.of("python3", "/usr/bin/python3")) {
            List<String> look = List.of(program, "-c", "import avro.schema, confluent_kafka.avro");
            if (InboxProcess.canRun(program) && end(look, "python-look", Optional.empty()) == 0) {
                // -B: nothing is left beside the programs.
                return Optional.of(new ForeignClient(List.of(program, "-B"), ".py"));
            }
        }
        return Optional.empty();
    }

    /** Node with the packages, installed below target unless they are there; empty: they cannot be had. */
    static Optional<ForeignClient> node() throws IOException, InterruptedException {
        if (!InboxProcess.canRun("node") || !InboxProcess.canRun("npm")) {
            return Optional.empty();
        }
        List<String> install = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", "."));
        install.addAll(NPM_PACKAGES);
        boolean there = Files.exists(HERE.resolve("node_modules").resolve("kafkajs"))
                || end(install, "npm-install", Optional.empty()) == 0;
        return there ? Optional.of(new ForeignClient(List.of("node"), ".mjs")) : Optional.empty();
    }

    /** kcat, whose whole program is its arguments. */
    static ForeignClient kcat() {
        return new ForeignClient(List.of("kcat"), "");
    }

    /** Runs a program of docs/clients, named without its suffix, to its good end; what it printed. */
    List<String> run(String program, String input, List<String> arguments) throws IOException, InterruptedException {
        Path copy = HERE.resolve(program + suffix);
        Files.createDirectories(HERE);
        // Node looks for packages where the program lies.
        Files.write(copy, Files.readAllBytes(DOCS.resolve(program + suffix)));
        List<String> all = Stream.concat(Stream.of(copy.getFileName().toString()), arguments.stream())
                .toList();
        return run(all, program + suffix, input);
    }

    /** Runs it with these arguments to its good end; what it printed. */
    List<String> run(List<String> arguments, String name, String input) throws IOException, InterruptedException {
        Files.createDirectories(HERE);
        Path stdin = HERE.resolve(name + ".in").toAbsolutePath();
        Files.writeString(stdin, input);
        int exit = end(Stream.concat(command.stream(), arguments.stream()).toList(), name, Optional.of(stdin.toFile()));
        assertThat(exit)
                .as("%s %s: %s", command, arguments, Files.readString(output(name, "err")))
                .isZero();
        return Files.readAllLines(output(name, "out"));
    }

    /** The exit code; -1 when it has not ended in time. */
    private static int end(List<String> command, String name, Optional<File> input)
            throws IOException, InterruptedException {
        Files.createDirectories(HERE);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(HERE.toFile())
                .redirectOutput(output(name, "out").toFile())
                .redirectError(output(name, "err").toFile());
        input.ifPresent(builder::redirectInput);
        Process process = builder.start();
        if (input.isEmpty()) {
            process.getOutputStream().close();
        }
        try {
            return process.waitFor(SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Path output(String name, String kind) {
        return HERE.resolve(name + "." + kind);
    }
}
