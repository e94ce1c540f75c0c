package dev.partyline.api.cli;

import dev.partyline.api.client.Connection;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.replay.Order;
import dev.partyline.api.replay.Replay;
import dev.partyline.api.replay.ReplayInput;
import dev.partyline.schemas.Ids;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.EngineConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Call logs, published as events. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Publishes call logs and an assignment log as events, waits until the engine has caught up, and shows how many"
                    + " records each user sees.",
            "Files are CSV with a header, plain or gzip. Calls: call_id,started_at,number,contact_id,agent,outcome,duration_s."
                    + " Assignments: at,action,number,user. Lines that cannot be used are reported and left out.",
            "A replay that is repeated changes nothing."
        },
        customSynopsis = {
            "partyline replay --workspace ID --calls FILE... --assignments FILE",
            "                        (--embedded | --kafka HOST:PORT --registry URL)",
            "                        [--order ORDER] [--seed N] [--table FILE]"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  In an installation of its own, which is gone afterwards:",
            "    ./partyline replay --embedded --workspace bank \\",
            "        --calls calls-*.csv.gz --assignments assignments.csv",
            "  In one that is running, such as ./partyline dev:",
            "    ./partyline replay --kafka localhost:9092 --registry http://localhost:8081 \\",
            "        --workspace bank --calls calls-*.csv.gz --assignments assignments.csv \\",
            "        --order shuffled --seed 7"
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--calls",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "Call logs, in the order in which they are published.")
    private List<Path> calls = List.of();

    @Option(names = "--assignments", paramLabel = "FILE", required = true, description = "The assignment log.")
    private Path assignments = Path.of("");

    @Option(
            names = "--workspace",
            paramLabel = "ID",
            required = true,
            description = "The workspace whose logs these are.")
    private String workspace = "";

    @ArgGroup(exclusive = true, multiplicity = "1", heading = "Where to:%n")
    private Target target = new Target();

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "assignments-first",
            completionCandidates = OrderNames.class,
            description = "One of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}). The table is the same in each.")
    private Order order = Order.ASSIGNMENTS_FIRST;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides the order of --order shuffled (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--table", paramLabel = "FILE", description = "Write the table as CSV, too: user,lines,records.")
    private @Nullable Path table;

    /** An installation of its own, or one that is running. */
    static final class Target {
        @Option(
                names = "--embedded",
                required = true,
                description = "Start an installation for this replay alone; its data are deleted afterwards.")
        private boolean embedded;

        @ArgGroup(exclusive = false)
        private Running running = new Running();
    }

    /** One that is running. */
    static final class Running {
        @Option(
                names = "--kafka",
                paramLabel = "HOST:PORT",
                required = true,
                description = "Kafka of a running installation.")
        private String kafka = "";

        @Option(names = "--registry", paramLabel = "URL", required = true, description = "Its schema registry.")
        private String registry = "";
    }

    @Override
    public Integer call() throws Exception {
        checkOptions();
        ReplayInput input = new ReplayInput(calls, assignments, workspace, new ReplayInput.Sequence(order, seed));
        Replay replay = new Replay(input, Terminal.screen(spec.commandLine()));
        if (target.embedded) {
            runEmbedded(replay);
        } else {
            Connection running = running();
            running.check();
            replay.run(running, Optional.ofNullable(table));
        }
        return 0;
    }

    private void runEmbedded(Replay replay) throws Exception {
        try (Stopping stopping = new Stopping();
                ScratchDirectory data = ScratchDirectory.create();
                EmbeddedPartyline partyline = EmbeddedPartyline.start(EmbeddedConfig.in(data.path()))) {
            stopping.run(() -> {
                Startup.awaitReady(partyline);
                return replay.run(Addresses.of(partyline).connection(), Optional.ofNullable(table));
            });
        }
    }

    private Connection running() {
        return new Connection(
                target.running.kafka,
                target.running.registry,
                EngineConfig.DEFAULT_APPLICATION_ID,
                new Topics(Topics.DEFAULT_PREFIX));
    }

    private void checkOptions() {
        if (!Ids.isId(workspace)) {
            throw new ParameterException(
                    spec.commandLine(), "--workspace is '" + workspace + "'; wanted is " + Ids.ID_FORM);
        }
        calls.forEach(file -> checkReadable("--calls", file));
        checkReadable("--assignments", assignments);
    }

    private void checkReadable(String option, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), option + ": there is no readable file " + file);
        }
    }
}
