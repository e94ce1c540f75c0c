package dev.partyline.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the engine could not take. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "What was published and could not be taken: lists it, explains it, and sends it again once the cause is mended.",
            "The cause may be mended without the producer: a schema was registered late, the engine was upgraded. What is"
                    + " wrong in itself must be published anew, as it should be; docs/bad-input.md says what is what."
        },
        subcommands = {ListLettersCommand.class, ShowLetterCommand.class, ResendLettersCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./partyline dead-letters list --config config.yml",
            "  ./partyline dead-letters show 3-17 --config config.yml",
            "  ./partyline dead-letters resend 3-17 --config config.yml --yes",
            "  ./partyline dead-letters resend --reason UNKNOWN_SCHEMA --since 2h \\",
            "      --kafka localhost:9092                  what would be sent?"
        })
final class DeadLettersCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of the dead letters? One of list, show, resend.");
    }
}
