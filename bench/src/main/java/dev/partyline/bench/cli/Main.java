package dev.partyline.bench.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code partyline bench}. Exit codes: 0 measured, 1 failed, 2 wrong usage. */
@Command(
        name = "partyline bench",
        mixinStandardHelpOptions = true,
        subcommands = {LiveCommand.class, WalkCommand.class, LatencyCommand.class, EffectiveCommand.class, ReadsCommand.class, ScaleCommand.class, FullCommand.class, HelpCommand.class},
        description = {
            "End-to-end benchmarks against a real broker in a process of its own. Each prints a table, and writes it as JSON"
                    + " and as an SVG chart.",
            "docs/performance.md says what is measured, how, and what came of it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./partyline bench live                            the whole",
            "  ./partyline bench live --rows 20000 --rounds 1    does it run?"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Ends the process with the command's exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, for tests too: set its out and err, then execute. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::failed);
    }

    /** Without a name: which there are. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** A failure is one line that says what happened; the trace is for who asks: PARTYLINE_DEBUG=1. */
    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        err.println("partyline bench " + command.getCommandName() + ": " + message);
        if (System.getenv("PARTYLINE_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
