package dev.partyline.bench.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.partyline.bench.IdleStreams;
import dev.partyline.bench.cluster.Failover;
import dev.partyline.bench.cluster.LostStores;
import dev.partyline.bench.cluster.OwnWrites;
import dev.partyline.bench.cluster.Revocations;
import dev.partyline.bench.cluster.Soak;
import java.io.PrintWriter;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code partyline bench}. Exit codes: 0 measured, 1 failed or leaked, 2 wrong usage. */
@Command(
        name = "partyline bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            LiveCommand.class,
            WalkCommand.class,
            LatencyCommand.class,
            LiveDuringWalkCommand.class,
            EffectiveCommand.class,
            ReadsCommand.class,
            ScaleCommand.class,
            FullCommand.class,
            HelpCommand.class
        },
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
    private static final String VERSION = "kafka " + AppInfoParser.getVersion() + ", java " + Runtime.version();
    private static final String DEFAULT = " (default: ${DEFAULT-VALUE}).";
    private static final String ROUNDS = "How often it is measured" + DEFAULT;
    private static final String STANDBYS = "Copies of each store besides the active one" + DEFAULT;
    private static final String KILLS = "How often a server is killed" + DEFAULT;
    private static final String REVOCATIONS = "How many there are" + DEFAULT;
    private static final String SERVERS = "How many run" + DEFAULT;
    private static final String CALLS = "Calls a second that come meanwhile" + DEFAULT;
    private static final String RECORDS = "Records in all" + DEFAULT;
    private static final String KILL_EVERY = "How often a server is killed with -9; 0: never" + DEFAULT;
    private static final String MINUTES = "How long" + DEFAULT;
    private static final String RATE = "Calls a second; 0: half of what is measured as most" + DEFAULT;
    private static final String STREAMS = "How many are opened" + DEFAULT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Ends the process with the command's exit code. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // results read the same everywhere
        // Clients warn of every topic that they meet before the broker knows it.
        ((Logger) LoggerFactory.getLogger("org.apache.kafka")).setLevel(Level.ERROR);
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, for tests too: set its out and err, then execute. */
    static CommandLine commandLine() {
        CommandLine all = new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::failed)
                .setCaseInsensitiveEnumValuesAllowed(true);
        all.getCommandSpec().version(VERSION);
        all.getSubcommands().values().forEach(each -> each.getCommandSpec().version(VERSION));
        return all;
    }

    /** Without a name: which there are. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "What readers notice when one of two servers is killed, and whether all answers are right then.")
    int failover(
            @Option(names = "--standbys", defaultValue = "0", description = STANDBYS) int standbys,
            @Option(names = "--kills", defaultValue = "3", description = KILLS) int kills)
            throws Exception {
        Failover.run(standbys, kills);
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Whether anybody sees anything after their revocation was effective, and how soon it is.")
    int revocations(
            @Option(names = "--revocations", defaultValue = "10000", description = REVOCATIONS) int revocations,
            @Option(names = "--servers", defaultValue = "2", description = SERVERS) int servers,
            @Option(names = "--calls", defaultValue = "100", description = CALLS) int callsPerSecond,
            @Option(names = "--kill-every", defaultValue = "0", paramLabel = "SECONDS", description = KILL_EVERY)
                    int killEverySeconds)
            throws Exception {
        return exitCode(Revocations.run(revocations, servers, callsPerSecond, killEverySeconds));
    }

    @Command(
            name = "own-writes",
            mixinStandardHelpOptions = true,
            description = "Whether a change at one of two servers is read at the other, with its token and without.")
    int ownWrites(@Option(names = "--rounds", defaultValue = "10000", description = ROUNDS) int rounds)
            throws Exception {
        OwnWrites.run(rounds);
        return 0;
    }

    @Command(
            name = "lost-stores",
            mixinStandardHelpOptions = true,
            description = "How long until one of two servers that was killed has its stores back from Kafka.")
    int lostStores(
            @Option(names = "--records", defaultValue = "200000", description = RECORDS) int records,
            @Option(names = "--standbys", defaultValue = "0", description = STANDBYS) int standbys,
            @Option(names = "--kills", defaultValue = "3", description = KILLS) int kills)
            throws Exception {
        LostStores.run(records, standbys, kills);
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Whether anything grows but with the data: a server under mixed load, with a row a minute.")
    int soak(
            @Option(names = "--minutes", defaultValue = "30", description = MINUTES) int minutes,
            @Option(names = "--calls", defaultValue = "0", description = RATE) int callsPerSecond)
            throws Exception {
        return exitCode(Soak.run(minutes, callsPerSecond));
    }

    @Command(
            name = "idle-streams",
            mixinStandardHelpOptions = true,
            description = "What memory and threads idle streams take; everything in one process.")
    int idleStreams(@Option(names = "--streams", defaultValue = "5000", description = STREAMS) int streams)
            throws Exception {
        IdleStreams.run(streams);
        return 0;
    }

    private static int exitCode(long leaks) {
        return leaks == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
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
