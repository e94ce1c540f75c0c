package dev.partyline.topology.history;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Lends stages to one history after another, because opening their stores takes longer than a history does. Histories do
 * not meet: each has workspaces of its own. Stages that have not come to rest are not lent again.
 */
final class StagesPool implements AutoCloseable {
    private static final int HISTORIES = 50;

    private final Path directory;
    private final Map<Integer, Stages> idle = new HashMap<>();
    private final Map<Integer, Integer> played = new HashMap<>();
    private int opened;

    StagesPool(Path directory) {
        this.directory = directory;
    }

    /**
     * Plays one history.
     *
     * @param slice how many records a walk visits in one go
     */
    Findings play(int slice, Function<Stages, Findings> history) {
        Stages stages = idle.remove(slice);
        if (stages == null) {
            stages = new Stages(directory.resolve("stages-" + opened++), slice);
            played.put(slice, 0);
        }
        boolean rests = false;
        try {
            Findings findings = history.apply(stages);
            rests = stages.atRest() && played.merge(slice, 1, Integer::sum) < HISTORIES;
            return findings;
        } finally {
            if (rests) {
                idle.put(slice, stages);
            } else {
                stages.close();
            }
        }
    }

    @Override
    public void close() {
        idle.values().forEach(Stages::close);
    }
}
