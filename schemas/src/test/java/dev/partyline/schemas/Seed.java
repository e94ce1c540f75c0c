package dev.partyline.schemas;

import java.util.Random;

/** Randomness of a test: from {@code -Dseed=} when given, and printed, so that every run can be repeated. */
public final class Seed {
    private Seed() {}

    public static Random random(Class<?> test) {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
        System.out.println(test.getSimpleName() + ": -Dseed=" + seed);
        return new Random(seed);
    }
}
