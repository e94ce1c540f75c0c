package dev.partyline.api.terminal;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err progress and complaints
 * @param terminal whether a person is looking, so that lines may be drawn over
 */
public record Screen(PrintWriter out, PrintWriter err, boolean terminal) {}
