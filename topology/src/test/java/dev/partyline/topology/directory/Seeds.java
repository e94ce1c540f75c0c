package dev.partyline.topology.directory;

import java.util.Random;

/** Seeds of random tests: from {@code -Dseed=}, else a new one; printed, so that a failure can be replayed. */
final class Seeds {
    private Seeds() {}

    static long next() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(given);
        System.out.println("replay with -Dseed=" + seed);
        return seed;
    }
}
