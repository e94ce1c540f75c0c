package dev.partyline.topology.directory;

/** Which line: a user on a number. */
record LineId(String number, String userId) {}
