package dev.partyline.api.cli;

import dev.partyline.api.terminal.Screen;
import picocli.CommandLine;

/** What the process's output is connected to. */
final class Terminal {
    private Terminal() {}

    /** The screen of a command; lines are drawn over only when a person looks at a terminal that can. */
    static Screen screen(CommandLine command) {
        boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        return new Screen(command.getOut(), command.getErr(), terminal);
    }
}
