package dev.partyline.topology.query;

import java.util.List;

/** All instances together. */
interface Fleet {
    /** See {@link Queries#walks}. */
    Walks walks();

    /** See {@link Queries#instances}. */
    List<InstanceStatus> instances();
}
