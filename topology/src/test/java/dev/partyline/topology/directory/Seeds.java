package dev.partyline.topology.directory;

import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seeds of random tests: from {@code -Dseed=}, else a new one; logged, so that a failure can be replayed. */
final class Seeds {
    private static final Logger LOG = LoggerFactory.getLogger(Seeds.class);

    private Seeds() {}

    static long next() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(given);
        LOG.info("replay with -Dseed={}", seed);
        return seed;
    }
}
