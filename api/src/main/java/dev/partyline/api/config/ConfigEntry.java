package dev.partyline.api.config;

/**
 * A value of the file.
 *
 * @param value as written; the members of a list joined by commas
 * @param line where it stands, from 1
 */
record ConfigEntry(String value, int line) {}
