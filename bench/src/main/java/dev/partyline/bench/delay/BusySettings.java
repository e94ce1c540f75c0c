package dev.partyline.bench.delay;

import java.time.Duration;

/**
 * How an engine is kept busy.
 *
 * @param numbers that traffic comes on
 * @param assignees of each number
 * @param view whether the engine keeps {@code user-feed}
 * @param topRate the engine's highest rate, rows a second; 0: it is measured first
 * @param topRows rows by which it is measured
 * @param share of the top rate at which traffic comes
 * @param rounds that count, after one that does not
 * @param length of a round
 */
public record BusySettings(
        int numbers,
        int assignees,
        boolean view,
        double topRate,
        int topRows,
        double share,
        int rounds,
        Duration length) {}
