package dev.partyline.api.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Where a fault finds what it befalls. */
record Scene(Site site, Load load, Random random) {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(10);

    /** One of the two engines. */
    Seat anySeat() {
        return site.seats().get(random.nextInt(site.seats().size()));
    }

    /** Lets up to {@code most} pass: any moment is as likely. */
    void holdUpTo(Duration most) throws IOException {
        site.hold(Duration.ofMillis(random.nextInt((int) most.toMillis())));
    }

    /** Lets time pass until it is so. */
    void await(String what, BooleanSupplier condition) throws IOException {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > DEADLINE.toNanos()) {
                throw new AssertionError("not within " + TimeUnit.NANOSECONDS.toSeconds(DEADLINE.toNanos()) + " s: "
                        + what + "; engines " + site.reports());
            }
            site.hold(LOOK);
        }
    }
}
