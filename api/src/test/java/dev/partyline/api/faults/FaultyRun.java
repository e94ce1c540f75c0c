package dev.partyline.api.faults;

import dev.partyline.api.faults.Programme.Staging;
import dev.partyline.api.stack.Evidence;
import dev.partyline.api.stack.Rest;
import dev.partyline.topology.history.History;
import dev.partyline.topology.history.TopicsVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** One installation, and all that befalls it by the programme of its seed. */
final class FaultyRun {
    private static final int COMPANIES = 8;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private final long seed;
    private final Programme programme;
    private final Random random;
    private final Recoveries recoveries;

    FaultyRun(long seed, Recoveries recoveries) {
        this.seed = seed;
        this.programme = Programme.of(seed);
        this.random = History.random(seed, 1);
        this.recoveries = recoveries;
    }

    /** Publishes all, faults in between, and says what is wrong at the end; nothing, if nothing is. */
    String play(Path directory) throws IOException, InterruptedException {
        History companies = Companies.of(seed, COMPANIES);
        LongLine line = new LongLine(seed, programme.longLine());
        Staging staging = programme.stage(directory, random);
        List<Fault> faults = staging.faults();
        int standbys = random.nextInt(2);
        System.out.println("FaultsTest " + programme + " -Dseed=" + seed + ": " + standbys + " standbys");
        try (Machine machine = staging.machine();
                Site site = Site.open(directory, machine, "f" + seed, standbys);
                Load load = new Load(site.setup(), Site.PARTITIONS, companies, line, 2 * faults.size() + 1);
                Recovery recovery = new Recovery(site, load);
                Rest rest = new Rest(site.setup())) {
            load.open();
            recovery.await();
            Scene scene = new Scene(site, load, random);
            for (Fault fault : faults) {
                befall(fault, scene, recovery);
            }
            History published = load.publishAll();
            rest.await(site::idle);
            TopicsVerdict verdict = rest.verdict(published);
            List<String> wrong = verdict.wrong();
            recoveries.wrong(faults, wrong.size());
            return wrong.isEmpty() ? "" : verdict + findOut(site, rest, published);
        }
    }

    /** Whether it is wrong for good, or was not at rest; and what the topics say. */
    private static String findOut(Site site, Rest rest, History published) throws IOException {
        Path evidence = Evidence.write(site.setup());
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        rest.await(site::idle);
        return "\n" + rest.verdict(published).wrong().size() + " findings " + LOOK_AGAIN.toSeconds()
                + " s later; all topics: " + evidence;
    }

    private void befall(Fault fault, Scene scene, Recovery recovery) throws IOException, InterruptedException {
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
