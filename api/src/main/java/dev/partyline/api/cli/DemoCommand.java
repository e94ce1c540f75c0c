package dev.partyline.api.cli;

import dev.partyline.api.demo.Day;
import dev.partyline.api.demo.Demo;
import dev.partyline.api.demo.Pace;
import dev.partyline.api.demo.WhereNext;
import dev.partyline.api.embedded.EmbeddedConfig;
import dev.partyline.api.embedded.EmbeddedPartyline;
import dev.partyline.api.embedded.EmbeddedPorts;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The day of an invented company. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Plays an invented company's day: people join and leave lines, calls, texts and voicemails come in, and you see"
                    + " who sees what, read back from the real feeds.",
            "Kafka, a schema registry, the engine and the HTTP API run in this one process, on this machine alone, and"
                    + " leave nothing behind.",
            "It checks itself: exit code 1 when a feed is not what the script says it should be."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./partyline demo               stays for you to ask it things; Ctrl-C ends it",
            "  ./partyline demo --for 20s     ends by itself after 20 seconds"
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration USUAL_PAUSE = Duration.ofMillis(1200);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "End by itself after this time, start included; the day is always played to its end."
                    + " For example 20s or 2m. Without it the demo runs until Ctrl-C.")
    private @Nullable Duration total;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the HTTP API (default: any free one).")
    private int port;

    @Override
    public Integer call() throws Exception {
        new Ports(spec.commandLine()).check("--port", port);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting Kafka, a schema registry, the engine and the HTTP API in this process ...");
        out.flush();
        try (Stopping stopping = new Stopping();
                ScratchDirectory data = ScratchDirectory.create();
                EmbeddedPartyline partyline = EmbeddedPartyline.start(
                        EmbeddedConfig.in(data.path()).withPorts(new EmbeddedPorts(port, 0, 0, 0)))) {
            Addresses addresses = Addresses.of(partyline);
            if (!stopping.run(() -> play(partyline, addresses))) {
                return ExitCode.SOFTWARE;
            }
            out.print(addresses.text());
            out.print(TokenExports.text(partyline.tokens(), Day.read().workspace(), WhereNext.USER));
            out.print(WhereNext.text(addresses.api(), Day.read()));
            out.printf("%nEvery feed was checked against the script after every event: all as it should be.%n");
            linger(stopping, out);
        }
        return ExitCode.OK;
    }

    private boolean play(EmbeddedPartyline partyline, Addresses addresses) throws InterruptedException {
        Startup.awaitReady(partyline);
        Pace pace = new Pace(USUAL_PAUSE, Optional.ofNullable(total));
        try (Demo demo = new Demo(Day.read(), addresses.connection(), Terminal.screen(spec.commandLine()))) {
            return demo.play(pace, DemoCommand::age);
        }
    }

    private void linger(Stopping stopping, PrintWriter out) throws InterruptedException {
        Duration rest = total == null ? Stopping.FOR_EVER : total.minus(age());
        if (!rest.isNegative()) {
            out.println(total == null ? "Ctrl-C ends the demo." : "The demo ends in " + rest.toSeconds() + " s.");
            out.flush();
            stopping.await(rest);
        }
    }

    private static Duration age() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
