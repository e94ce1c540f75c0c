package dev.partyline.topology.query.check;

import java.time.Instant;

/**
 * Which record of a workspace.
 *
 * @param number in normal form
 * @param startedAt when it began; part of its identity
 */
public record RecordKey(String number, Instant startedAt, String recordId) {}
