/** The Directory stage: decides each change of a workspace in log order and tells who has access to what. */
@NullMarked
package dev.partyline.topology.directory;

import org.jspecify.annotations.NullMarked;
