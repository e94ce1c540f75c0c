package dev.partyline.api.faults;

import dev.partyline.api.faults.EngineFaults.BothKilled;
import dev.partyline.api.faults.EngineFaults.KilledAgain;
import dev.partyline.api.faults.EngineFaults.OneKilled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Which faults befall one installation. A seed says which programme it is for, so that it alone can be replayed. */
enum Programme {
    /** What every build does. */
    BUILD(0, 2_000),
    /** Engines killed at any moment. */
    KILLS(7, 2_000),
    /** Engines killed in the middle of walks. */
    WALKS(4, 20_000),
    BROKER(3, 2_000),
    DISK(2, 2_000),
    CLOCK(2, 2_000),
    NETWORK(2, 2_000);

    private final int times;
    private final int longLine;

    Programme(int times, int longLine) {
        this.times = times;
        this.longLine = longLine;
    }

    static Programme of(long seed) {
        return values()[(int) (seed % values().length)];
    }

    /** How often the whole profile goes through it. */
    int times() {
        return times;
    }

    /** A seed for this programme. */
    long seed(Random random) {
        return (long) values().length * random.nextInt(1_000_000) + ordinal();
    }

    /** How many calls the number with a long past has. */
    int longLine() {
        return longLine;
    }

    /** Why it cannot be gone through on this machine; empty: it can. */
    Optional<String> impediment() {
        return switch (this) {
            case DISK -> unless(Shell.can("unshare", "--mount", "true"), "only root may mount a small disk");
            case CLOCK -> unless(Files.exists(FakedClocks.LIBRARY), "libfaketime is not installed");
            case NETWORK ->
                unless(
                        Shell.can("unshare", "--net", "true") && Shell.can("ip", "-V"),
                        "only root may cut networks, with the command ip");
            default -> Optional.empty();
        };
    }

    /** Sets up what its faults befall. In which order they do is left to chance. */
    Staging stage(Path directory, Random random) throws IOException {
        return switch (this) {
            case DISK -> {
                SmallDisks disks = new SmallDisks(directory);
                yield new Staging(disks, Collections.nCopies(3, new DiskFull(disks)));
            }
            case CLOCK -> {
                FakedClocks clocks = new FakedClocks(directory);
                yield new Staging(
                        clocks, shuffled(random, 2, new ClockStepped(clocks, 0), new ClockStepped(clocks, 1)));
            }
            case NETWORK -> {
                Namespaces network = new Namespaces(directory);
                yield new Staging(
                        network, shuffled(random, 2, new Partitioned(network, 0), new Partitioned(network, 1)));
            }
            default -> new Staging(Machine.plain(directory), faults(random));
        };
    }

    private List<Fault> faults(Random random) {
        return switch (this) {
            case KILLS -> shuffled(random, 4, new OneKilled(), new OneKilled(), new BothKilled(), new KilledAgain());
            case WALKS -> Collections.nCopies(10, new KilledInWalk());
            case BROKER ->
                shuffled(random, 2, new BrokerFaults.Stopped(), new BrokerFaults.Killed(), new BrokerFaults.Paused());
            default -> shuffled(random, 1, new OneKilled(), new BothKilled(), new KilledAgain());
        };
    }

    private static List<Fault> shuffled(Random random, int times, Fault... each) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Collections.addAll(faults, each);
        }
        Collections.shuffle(faults, random);
        return faults;
    }

    private static Optional<String> unless(boolean possible, String impediment) {
        return possible ? Optional.empty() : Optional.of(impediment);
    }

    /** Machine and faults. */
    record Staging(Machine machine, List<Fault> faults) {
        Staging {
            faults = List.copyOf(faults);
        }
    }
}
