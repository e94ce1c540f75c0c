package dev.partyline.api.cli;

import dev.partyline.api.deadletters.Explained;
import dev.partyline.api.deadletters.Letter;
import dev.partyline.api.deadletters.Place;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One dead letter, explained. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Explains one dead letter: why it lies there, what to do about it, its headers, and its content, as far as it"
                    + " can be read. Changes nothing.",
            "Content is personal: it shows here because you asked, and nowhere else."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./partyline dead-letters show 3-17 --kafka localhost:9092 \\",
            "      --registry http://localhost:8081"
        })
final class ShowLetterCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLACE", description = "Its partition and offset in dead-letters, as list shows them.")
    private Place place = new Place(0, 0);

    @Option(names = "--save", paramLabel = "FILE", description = "Write its value to this new file, byte for byte.")
    private @Nullable Path file;

    @Mixin
    private Whereabouts whereabouts = new Whereabouts();

    @Override
    public Integer call() throws IOException {
        Letter letter = whereabouts
                .deadLetters()
                .at(place)
                .orElseThrow(() -> new IllegalStateException("there is no dead letter " + place + " (any more): see"
                        + " ./partyline dead-letters list " + whereabouts.options()));
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Explained(whereabouts.values()).text(letter));
        out.flush();
        if (file != null && letter.value() != null) {
            Files.write(file, letter.value(), StandardOpenOption.CREATE_NEW);
        }
        return 0;
    }
}
