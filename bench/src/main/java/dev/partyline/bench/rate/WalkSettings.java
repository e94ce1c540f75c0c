package dev.partyline.bench.rate;

/**
 * What is measured of walks.
 *
 * @param numbers that are walked at once, with a user each who comes and goes
 * @param rows of one walk in all: messages on all numbers together
 * @param rounds that count, after some that do not
 * @param view whether the engine keeps {@code user-feed}
 */
public record WalkSettings(int numbers, int rows, int rounds, boolean view) {}
