package dev.partyline.api.cli;

import dev.partyline.api.config.ConfigFile;
import dev.partyline.api.config.ServerConfig;
import dev.partyline.api.server.Surroundings;
import dev.partyline.schemas.topic.TopicAdmin;
import dev.partyline.schemas.topic.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The topics of a cluster: made once, and looked at whenever somebody doubts them. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Creates the topics on a real cluster, or says what is wrong with those that are there.",
        footerHeading = "%nExample:%n",
        footer = {
            "  ./partyline topics create config.yml    creates what is missing",
            "  ./partyline topics check config.yml     is everything as it must be?"
        })
final class TopicsCommand implements Runnable {
    private static final String MEND =
            "Mend a setting with: kafka-configs.sh --bootstrap-server %s --alter --entity-type"
                    + " topics --entity-name TOPIC --add-config NAME=VALUE%nPartition counts are fixed for ever: a topic with a"
                    + " wrong one must be deleted and created anew, while nothing is in it.%n";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of the topics? One of create, check.");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Creates the topics that are missing. Never changes one that is there; may be repeated.")
    int create(@Parameters(paramLabel = "FILE", description = "The configuration (YAML).") Path file) {
        ServerConfig config = ConfigFile.read(file, System.getenv());
        Topics topics = config.topics().topics();
        try (Admin admin = Surroundings.kafka(config)) {
            Set<String> made = TopicAdmin.create(admin, topics, config.topics().layout());
            out().print(TopicTable.text(topics, TopicAdmin.sizes(admin, topics), made));
            return report(admin, config);
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says what differs from what Partyline's promises stand on: partitions, cleanup, time stamps,"
                    + " retention. Exit code 1 when something does.")
    int check(@Parameters(paramLabel = "FILE", description = "The configuration (YAML).") Path file) {
        ServerConfig config = ConfigFile.read(file, System.getenv());
        Topics topics = config.topics().topics();
        try (Admin admin = Surroundings.kafka(config)) {
            out().print(TopicTable.text(topics, TopicAdmin.sizes(admin, topics), Set.of()));
            return report(admin, config);
        }
    }

    /** Says what is wrong, and what could be better; the exit code. */
    private int report(Admin admin, ServerConfig config) {
        Topics topics = config.topics().topics();
        List<String> faults = TopicAdmin.check(admin, topics);
        TopicAdmin.hints(admin, topics).forEach(hint -> out().println("hint: " + hint));
        faults.forEach(fault -> out().println("wrong: " + fault));
        if (!faults.isEmpty()) {
            out().printf(MEND, config.kafka().bootstrapServers());
        }
        out().flush();
        return faults.isEmpty() ? 0 : 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
