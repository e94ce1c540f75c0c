package dev.partyline.api.cli;

import dev.partyline.api.config.InvalidConfigException;
import dev.partyline.api.deadletters.Place;
import dev.partyline.api.replay.Order;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code partyline}. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration. */
@Command(
        name = "partyline",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            DevCommand.class,
            ServerCommand.class,
            TopicsCommand.class,
            ReplayCommand.class,
            DeadLettersCommand.class,
            TokenCommand.class,
            VerifyCommand.class,
            HelpCommand.class
        },
        description = "Who may see what on shared phone numbers, decided continuously.",
        footerHeading = "%nTry first:%n",
        footer = {
            "  ./partyline demo               a small company's day, and who sees what of it",
            "  ./partyline help replay        what a command does, with an example"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Ends the process with the command's exit code. */
    public static void main(String[] args) {
        // Kafka Streams formats numbers with every record it takes; Java does that fast only where the locale is known
        // as plain.
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, for tests too: set its out and err, then execute. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, Durations::parse)
                .registerConverter(Instant.class, text -> Times.parse(text, Clock.systemUTC()))
                .registerConverter(Place.class, Main::place)
                .registerConverter(Order.class, OrderNames::parse)
                .setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which command? One of demo, dev, server, topics, replay, dead-letters, token, verify.");
    }

    /** A failure is one line that says what happened; the trace is for who asks: PARTYLINE_DEBUG=1. */
    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        String message = message(failure);
        err.println(command.getColorScheme().errorText("partyline " + command.getCommandName() + ": " + message));
        if (System.getenv("PARTYLINE_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        err.flush();
        boolean usage = failure instanceof InvalidConfigException;
        return usage ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static Place place(String text) {
        try {
            return Place.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static String message(Exception failure) {
        if (failure instanceof InterruptedException || failure instanceof InterruptException) {
            return "stopped";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
