package dev.partyline.topology.visibility;

/** Why a feed row was written, where no live event did it: header {@code cause} (DESIGN 5). */
enum Cause {
    BACKFILL,
    WITHDRAW,
    POLICY,
    ERASE,
    RETENTION;

    /** As the header says it. */
    String word() {
        return switch (this) {
            case BACKFILL -> "backfill";
            case WITHDRAW -> "withdraw";
            case POLICY -> "policy";
            case ERASE -> "erase";
            case RETENTION -> "retention";
        };
    }
}
