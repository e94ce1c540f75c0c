package dev.partyline.api.faults;

import dev.partyline.api.faults.EngineFaults.BothKilled;
import dev.partyline.api.faults.EngineFaults.KilledAgain;
import dev.partyline.api.faults.EngineFaults.OneKilled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which faults befall one installation. A seed says which programme it is for, so that it alone can be replayed. */
enum Programme {
    /** What every build does. */
    BUILD(2_000),
    /** Engines killed at any moment. */
    KILLS(2_000);

    private final int longLine;

    Programme(int longLine) {
        this.longLine = longLine;
    }

    static Programme of(long seed) {
        return values()[(int) (seed % values().length)];
    }

    /** A seed for this programme. */
    long seed(Random random) {
        return (long) values().length * random.nextInt(1_000_000) + ordinal();
    }

    /** How many calls the number with a long past has. */
    int longLine() {
        return longLine;
    }

    Machine machine(Path directory) {
        return Machine.plain(directory);
    }

    /** In which order is left to chance. */
    List<Fault> faults(Random random) {
        List<Fault> faults = new ArrayList<>();
        switch (this) {
            case BUILD -> {
                faults.add(new OneKilled());
                faults.add(new BothKilled());
                faults.add(new KilledAgain());
            }
            case KILLS -> {
                faults.addAll(Collections.nCopies(8, new OneKilled()));
                faults.addAll(Collections.nCopies(4, new BothKilled()));
                faults.addAll(Collections.nCopies(4, new KilledAgain()));
            }
        }
        Collections.shuffle(faults, random);
        return faults;
    }
}
