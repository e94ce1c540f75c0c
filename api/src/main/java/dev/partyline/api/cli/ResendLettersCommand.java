package dev.partyline.api.cli;

import dev.partyline.api.deadletters.DeadLetters;
import dev.partyline.api.deadletters.Place;
import dev.partyline.api.deadletters.Resent;
import dev.partyline.api.deadletters.Selection;
import dev.partyline.api.deadletters.Summary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Dead letters, sent again. */
@Command(
        name = "resend",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Sends dead letters again, byte for byte, to where they were published. Without --yes it says what it would"
                    + " send, and sends nothing.",
            "It helps when what was wrong was not in the message: its schema is registered now, the engine was upgraded and"
                    + " knows its type. What is wrong in itself comes back; publish it anew, as it should be.",
            "A record that is sent again does no harm: a newer state of it stands. A change takes effect now, after all that"
                    + " was changed since: look at each first.",
            "What was sent is marked, and not chosen by --reason, --topic or --since again. Exit code 1: some could not be"
                    + " sent; they lie where they were."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./partyline dead-letters resend 3-17 3-18 --config config.yml --yes",
            "  ./partyline dead-letters resend --reason UNKNOWN_SCHEMA --topic records \\",
            "      --since 2h --config config.yml --yes"
        })
final class ResendLettersCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLACE", arity = "0..*", description = "Which, as list shows them; or:")
    private List<Place> places = List.of();

    @Mixin
    private LetterFilter filter = new LetterFilter();

    @Option(names = "--yes", description = "Send them.")
    private boolean yes;

    @Mixin
    private Whereabouts whereabouts = new Whereabouts();

    @Override
    public Integer call() {
        if (places.isEmpty() == filter.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which dead letters? Name their places, such as 3-17, or choose by --reason, --topic or --since;"
                            + " not both.");
        }
        DeadLetters deadLetters = whereabouts.deadLetters();
        List<Summary> chosen = places.isEmpty() ? deadLetters.list(filter.selection(true)) : named(deadLetters);
        PrintWriter out = spec.commandLine().getOut();
        int code = yes && !chosen.isEmpty() ? send(deadLetters, chosen, out) : announce(chosen, out);
        out.flush();
        return code;
    }

    private List<Summary> named(DeadLetters deadLetters) {
        Set<Place> missing = new TreeSet<>(places);
        List<Summary> named = deadLetters.list(Selection.ALL).stream()
                .filter(letter -> missing.remove(letter.place()))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("there is no dead letter " + missing + " (any more); nothing was sent. See"
                    + " ./partyline dead-letters list " + whereabouts.options());
        }
        return named;
    }

    private static int announce(List<Summary> chosen, PrintWriter out) {
        if (chosen.isEmpty()) {
            out.println("There are none of these that were not sent again already.");
            return 0;
        }
        out.print(LetterTable.text(chosen.subList(0, Math.min(SHOWN, chosen.size()))));
        if (chosen.size() > SHOWN) {
            out.println("... and " + (chosen.size() - SHOWN) + " more");
        }
        out.println(chosen.size() + " would be sent again with --yes; nothing was sent.");
        return 0;
    }

    private static int send(DeadLetters deadLetters, List<Summary> chosen, PrintWriter out) {
        Resent resent = deadLetters.resend(chosen);
        resent.failed().forEach((place, why) -> out.println(place + ": " + why));
        out.println(resent.sent().size() + " of " + chosen.size() + " sent again."
                + " Whether the engine takes them now: ./partyline dead-letters list --pending");
        return resent.failed().isEmpty() ? 0 : 1;
    }
}
