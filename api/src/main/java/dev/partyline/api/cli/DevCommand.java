package dev.partyline.api.cli;

import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.embedded.EmbeddedPorts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An empty installation that keeps its data. */
@Command(
        name = "dev",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Starts Kafka, a schema registry, the engine and the HTTP API in one process, on this machine alone.",
            "Everything is kept in one directory and is there again at the next start. Ctrl-C stops it."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./partyline dev --port 9000 --data try    API on port 9000, all data in try",
            "  rm -r .partyline                          begin anew"
        })
final class DevCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the HTTP API (default ${DEFAULT-VALUE}; 0: any free one).")
    private int port;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Port of Kafka (default ${DEFAULT-VALUE}; 0: any free one).")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Port of the schema registry (default ${DEFAULT-VALUE}; 0: any free one).")
    private int registryPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".partyline",
            description = "Directory of all that is kept (default ${DEFAULT-VALUE}).")
    private Path data = Path.of("");

    @Override
    public Integer call() throws Exception {
        Ports ports = new Ports(spec.commandLine());
        ports.check("--port", port);
        ports.check("--kafka-port", kafkaPort);
        ports.check("--registry-port", registryPort);
        EmbeddedConfig config = EmbeddedConfig.in(data).withPorts(new EmbeddedPorts(port, 0, kafkaPort, registryPort));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting Kafka, registry, engine and API ...");
        out.flush();
        try (Stopping stopping = new Stopping();
                EmbeddedPartyline partyline = EmbeddedPartyline.start(config)) {
            stopping.run(() -> Startup.awaitReady(partyline));
            out.print(Addresses.of(partyline).text());
            out.print(TokenExports.text(partyline.tokens(), FirstSteps.WORKSPACE, FirstSteps.USER));
            out.print(FirstSteps.text(partyline.apiUri().toString()));
            out.println();
            out.println("Data in " + data.toAbsolutePath() + ". Ctrl-C stops.");
            out.flush();
            stopping.await(Stopping.FOR_EVER);
        }
        return 0;
    }
}
