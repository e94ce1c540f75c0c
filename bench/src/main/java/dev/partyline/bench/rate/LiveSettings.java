package dev.partyline.bench.rate;

/**
 * What is measured of live fan-out.
 *
 * @param assignees of each number
 * @param view whether the engine keeps {@code user-feed}
 * @param rows of the feed in each run: messages times assignees
 * @param rounds that count, after some that do not
 * @param peerStore rocksdb or memory: where the peer keeps its table
 */
public record LiveSettings(int numbers, int assignees, boolean view, int rows, int rounds, String peerStore) {
    int messages() {
        return rows / assignees;
    }

    String group() {
        return assignees + " assignees, view " + (view ? "on" : "off");
    }
}
