package dev.partyline.topology.query;

/**
 * One partition of a store.
 *
 * @param standby whether a copy that may be behind will do
 */
public record StorePart(String store, int partition, boolean standby) {}
