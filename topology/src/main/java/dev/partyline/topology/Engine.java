package dev.partyline.topology;

import dev.partyline.topology.query.Queries;

/** The running engine: one Kafka Streams client. */
public final class Engine implements AutoCloseable {
    private Engine() {}

    /**
     * Starts the engine; returns at once, before it is ready (see {@link #health}). The topics must exist.
     *
     * @throws IllegalStateException when topics are missing or their partition counts contradict DESIGN 5
     */
    public static Engine start(EngineConfig config) {
        throw new UnsupportedOperationException(config.applicationId());
    }

    public Queries queries() {
        throw new UnsupportedOperationException();
    }

    public EngineHealth health() {
        throw new UnsupportedOperationException();
    }

    /** Stops the engine, committing what it has done. */
    @Override
    public void close() {}
}
