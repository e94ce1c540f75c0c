package dev.partyline.bench.cli;

import picocli.CommandLine.Option;

/** How often it is measured. */
final class RoundsOption {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds that count, after some that do not (default: ${DEFAULT-VALUE}).")
    private int rounds;

    int rounds() {
        return rounds;
    }
}
