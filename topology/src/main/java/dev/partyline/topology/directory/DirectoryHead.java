package dev.partyline.topology.directory;

import dev.partyline.schema.Policy;

/**
 * A workspace's own part of the directory.
 *
 * @param version changes accepted so far
 */
record DirectoryHead(long version, Policy policy) {
    /** What one takes of the heap, roughly. */
    static final long HEAP_BYTES = 400;

    /** Of a workspace that no change has mentioned: the default policy (DESIGN 4). */
    static final DirectoryHead NEW = new DirectoryHead(0, Policy.newBuilder().build());

    DirectoryHead next() {
        return new DirectoryHead(version + 1, policy);
    }

    DirectoryHead with(Policy newPolicy) {
        return new DirectoryHead(version, newPolicy);
    }
}
