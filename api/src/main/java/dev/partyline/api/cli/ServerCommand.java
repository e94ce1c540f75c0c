package dev.partyline.api.cli;

import dev.partyline.api.config.ConfigFile;
import dev.partyline.api.config.ConfigSummary;
import dev.partyline.api.config.ServerConfig;
import dev.partyline.api.server.LogOutput;
import dev.partyline.api.server.PartylineServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** An instance on a Kafka and a registry that run elsewhere. */
@Command(
        name = "server",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Starts the engine and the HTTP API against a real cluster. Any number of instances share the work; each has"
                    + " the same file, and a state directory of its own.",
            "SIGTERM stops it gracefully, with exit code 0; a second one at once. Exit code 2: the file is wrong;"
                    + " 1: it cannot start, or has failed."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  cp config.example.yml config.yml             every key is explained there",
            "  ./partyline server config.yml --check        is the file right?",
            "  ./partyline topics create config.yml         once",
            "  ./partyline server config.yml                on every machine"
        })
final class ServerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The configuration (YAML).")
    private Path file = Path.of("");

    @Option(names = "--check", description = "Check the file, say what it comes to, and start nothing.")
    private boolean check;

    @Override
    public Integer call() throws Exception {
        ServerConfig config = ConfigFile.read(file, System.getenv());
        if (check) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(file + " can be used:");
            out.print(ConfigSummary.of(config));
            out.flush();
            return 0;
        }
        LogOutput.set(config.log());
        serve(config);
        return 0;
    }

    private void serve(ServerConfig config) throws Exception {
        try (Stopping stopping = new Stopping(PartylineServer.stopsWithin(config));
                PartylineServer server = stopping.run(() -> PartylineServer.start(config, file.toString()))) {
            stopping.run(() -> untilAsked(server, stopping));
        }
    }

    private static boolean untilAsked(PartylineServer server, Stopping stopping) throws InterruptedException {
        try {
            server.awaitReady();
            server.awaitFailure();
        } catch (InterruptedException e) {
            if (!stopping.asked()) {
                throw e;
            }
        }
        return true;
    }
}
