package dev.partyline.topology.history;

import java.util.Random;
import java.util.stream.LongStream;

/** Which histories are played: new ones in every build, unless a property says otherwise. */
final class Seeds {
    private Seeds() {}

    /** So many, or {@code -Dseeds=N} of them; {@code -Dseed=N} alone. */
    static LongStream some(int usually) {
        String seed = System.getProperty("seed", "");
        String seeds = System.getProperty("seeds", "");
        return seed.isEmpty()
                ? all().limit(seeds.isEmpty() ? usually : Long.parseLong(seeds))
                : LongStream.of(Long.parseLong(seed));
    }

    /** Without end. */
    static LongStream all() {
        return new Random().longs(1, Integer.MAX_VALUE);
    }
}
