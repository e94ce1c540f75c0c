package dev.partyline.bench.cluster;

import java.util.Random;

/** Something that is done over and over while a benchmark runs. */
@FunctionalInterface
interface Task {
    void step(Random random) throws InterruptedException;
}
