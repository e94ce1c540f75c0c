package dev.partyline.api.cli;

import dev.partyline.api.client.Connection;
import dev.partyline.api.terminal.Screen;
import dev.partyline.api.verify.FeedCopy;
import dev.partyline.api.verify.ModelVerification;
import dev.partyline.api.verify.ServedDigests;
import dev.partyline.api.verify.Verification;
import dev.partyline.schemas.Ids;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.EngineConfig;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Is what the API serves what the topic says? */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Compares each user's feed in the topic with what the API serves from its stores, row by row through a checksum,"
                    + " while the installation goes on working: both as of the same offset.",
            "With --registry it also works out from all changes and records, by a model that shares no code with the engine,"
                    + " what every feed must hold, and names each row that stays different. That takes memory for all of"
                    + " the workspace's events, and topics that still have them.",
            "Exit code 0: all the same; 1: there are differences, each with what both sides say."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./partyline verify --workspace acme --kafka 127.0.0.1:9092 --registry http://127.0.0.1:8081 \\",
            "      --api http://127.0.0.1:8080 --token $(./partyline token --workspace acme --user me --scope ops)"
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--workspace", paramLabel = "ID", required = true, description = "Whose feeds.")
    private String workspace = "";

    @Option(names = "--kafka", paramLabel = "HOST:PORT", required = true, description = "Kafka of the installation.")
    private String kafka = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Its schema registry: compares with the model, too.")
    private @Nullable String registry;

    @Option(names = "--api", paramLabel = "URL", required = true, description = "The API of any of its instances.")
    private URI api = URI.create("");

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "A token of the workspace with the scope ops; better in the variable PARTYLINE_TOKEN, which other"
                            + " users of the machine do not see.")
    private @Nullable String token;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = Topics.DEFAULT_PREFIX,
            description = "What the topics' names begin with (default ${DEFAULT-VALUE}).")
    private String prefix = Topics.DEFAULT_PREFIX;

    @Override
    public Integer call() throws InterruptedException {
        if (!Ids.isId(workspace)) {
            throw usage("--workspace is '" + workspace + "'; wanted is " + Ids.ID_FORM);
        }
        if (api.getHost() == null) {
            throw usage("--api is '" + api + "'; wanted is an address such as http://127.0.0.1:8080");
        }
        Screen screen = Terminal.screen(spec.commandLine());
        Map<String, Object> client = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka);
        boolean same;
        try (FeedCopy copy = new FeedCopy(client, new Topics(prefix), workspace)) {
            same = report(new Verification(workspace, copy, new ServedDigests(api, token())).run(screen));
        }
        if (registry != null) {
            Connection connection =
                    new Connection(kafka, registry, EngineConfig.DEFAULT_APPLICATION_ID, new Topics(prefix));
            try (ModelVerification model = new ModelVerification(connection, workspace)) {
                same &= report(model.run(screen));
            }
        }
        return same ? 0 : 1;
    }

    private boolean report(Verification.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        result.differences().forEach(difference -> out.println("different: " + difference));
        result.unsettled()
                .forEach(user ->
                        out.println("not compared: " + user + ": the feed changed each time meanwhile; try again"));
        boolean same = result.differences().isEmpty() && result.unsettled().isEmpty();
        out.printf(
                "%d users, %d rows: %s%n",
                result.users(), result.rows(), same ? "topic and store are the same" : "NOT all the same");
        out.flush();
        return same;
    }

    private boolean report(ModelVerification.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        result.differences().forEach(difference -> out.println("different from the model: " + difference));
        if (result.unsettled() > 0) {
            out.printf(
                    "not compared with the model: %d rows that were still changing; try again%n", result.unsettled());
        }
        if (!result.inOrder()) {
            out.println("not compared with the model: changes lay in a wrong partition, so nobody but the engine knows"
                    + " their order; docs/publishing.md says how to publish them where they belong");
        }
        boolean same = result.differences().isEmpty() && result.unsettled() == 0 && result.inOrder();
        out.printf(
                "%d rows by the model: %s%n",
                result.rows(), same ? "topic and model are the same" : "NOT all the same");
        out.flush();
        return same;
    }

    private String token() {
        String found = token == null ? System.getenv("PARTYLINE_TOKEN") : token;
        if (found == null || found.isBlank()) {
            throw usage("there is no token: give --token, or set PARTYLINE_TOKEN");
        }
        return found;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
