package dev.partyline.api.cli;

import dev.partyline.api.deadletters.Summary;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Dead letters, the newest first. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Lists dead letters, the newest first. Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./partyline dead-letters list --kafka localhost:9092",
            "  ./partyline dead-letters list --config config.yml --reason INVALID --since 1h"
        })
final class ListLettersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LetterFilter filter = new LetterFilter();

    @Option(names = "--pending", description = "Only those that were not sent again yet.")
    private boolean pending;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at most (default ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin
    private Whereabouts whereabouts = new Whereabouts();

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is " + limit + "; wanted is 1 or more");
        }
        List<Summary> letters = new ArrayList<>(whereabouts.deadLetters().list(filter.selection(pending)));
        Collections.reverse(letters);
        List<Summary> shown = letters.subList(0, Math.min(limit, letters.size()));
        PrintWriter out = spec.commandLine().getOut();
        if (letters.isEmpty()) {
            out.println(filter.isEmpty() && !pending ? "There are no dead letters." : "There are none of these.");
        } else {
            out.print(LetterTable.text(shown));
            out.println(letters.size() + " in all" + (shown.size() < letters.size() ? "; --limit shows more" : "")
                    + ". What is wrong with one: ./partyline dead-letters show "
                    + shown.get(0).place() + " "
                    + whereabouts.options());
        }
        out.flush();
        return 0;
    }
}
