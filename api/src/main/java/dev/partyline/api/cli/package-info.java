/** The command line: options, help and exit codes. What the commands do lies in the packages demo and replay. */
@NullMarked
package dev.partyline.api.cli;

import org.jspecify.annotations.NullMarked;
