package dev.partyline.api.cli;

import dev.partyline.api.embedded.DevKey;
import dev.partyline.api.http.auth.Scope;
import dev.partyline.schemas.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A token for an installation on this machine. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Prints a token for an installation that ./partyline dev keeps, running or not, signed with the key in its"
                    + " data directory.",
            "What a token may do: inbox, the user's own feed, numbers and changes; ops, read all of the workspace;"
                    + " ingest, submit records, and changes of any actor.",
            "A real cluster takes the tokens of your own issuer: see the section auth of its configuration."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./partyline token --workspace acme --user ben            Ben's inbox",
            "  export ALL=$(./partyline token --workspace acme --user me \\",
            "      --scope ops,ingest --ttl 30m)                        read and write",
            "  curl -H \"Authorization: Bearer $ALL\" \\",
            "      http://127.0.0.1:8080/v1/workspaces/acme/members     use it"
        })
final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--workspace",
            paramLabel = "ID",
            required = true,
            description = "The one workspace that the token is for.")
    private String workspace = "";

    @Option(
            names = "--user",
            paramLabel = "ID",
            required = true,
            description = "Who presents it: the user, or a name for the system.")
    private String user = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = ",",
            defaultValue = "inbox",
            description = "One or more of inbox, ops, ingest (default ${DEFAULT-VALUE}).")
    private List<Scope> scopes = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".partyline",
            description = "The installation's data directory (default ${DEFAULT-VALUE}).")
    private Path data = Path.of("");

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            defaultValue = "12h",
            description = "How long it is good for, for example 30m (default ${DEFAULT-VALUE}).")
    private Duration lifetime = Duration.ZERO;

    @Override
    public Integer call() {
        checkId("--workspace", workspace);
        checkId("--user", user);
        String token = DevKey.load(data).mint(workspace, user, EnumSet.copyOf(scopes), lifetime);
        spec.commandLine().getOut().println(token);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void checkId(String option, String id) {
        if (!Ids.isId(id)) {
            throw new ParameterException(spec.commandLine(), option + " is '" + id + "'; wanted is " + Ids.ID_FORM);
        }
    }
}
