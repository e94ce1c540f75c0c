package dev.partyline.api.faults;

import dev.partyline.api.stack.Rest;
import dev.partyline.topology.history.History;
import dev.partyline.topology.history.TopicsVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** One installation, and all that befalls it by the programme of its seed. */
final class FaultyRun {
    private static final int COMPANIES = 8;

    private final long seed;
    private final Programme programme;
    private final Random random;
    private final List<Fault> faults;

    FaultyRun(long seed) {
        this.seed = seed;
        this.programme = Programme.of(seed);
        this.random = History.random(seed, 1);
        this.faults = programme.faults(random);
    }

    /** Publishes all, faults in between, and says what came of it. */
    TopicsVerdict play(Path directory, Recoveries recoveries) throws IOException, InterruptedException {
        History companies = Companies.of(seed, COMPANIES);
        LongLine line = new LongLine(seed, programme.longLine());
        try (Machine machine = programme.machine(directory);
                Site site = Site.open(directory, machine, "f" + seed, random.nextInt(2));
                Load load = new Load(site.setup(), Site.PARTITIONS, companies, line, 2 * faults.size() + 1);
                Recovery recovery = new Recovery(site, load);
                Rest rest = new Rest(site.setup())) {
            load.open();
            recovery.await();
            Scene scene = new Scene(site, load, random);
            for (Fault fault : faults) {
                befall(fault, scene, recovery, recoveries);
            }
            History published = load.publishAll();
            rest.await(site::idle);
            return rest.verdict(published);
        }
    }

    List<Fault> faults() {
        return faults;
    }

    private void befall(Fault fault, Scene scene, Recovery recovery, Recoveries recoveries)
            throws IOException, InterruptedException {
        scene.load().publish();
        fault.inflict(scene);
        fault.undo(scene);
        scene.load().publish();
        Duration took = recovery.await();
        recoveries.add(fault, took);
        System.out.println(
                programme + " -Dseed=" + seed + ": " + fault.name() + ", recovered after " + took.toMillis() + " ms");
    }
}
