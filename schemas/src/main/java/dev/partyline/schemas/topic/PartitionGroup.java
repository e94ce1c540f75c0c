package dev.partyline.schemas.topic;

/** Topics that must have equal partition counts, fixed for ever, because the engine reads them side by side. */
public enum PartitionGroup {
    /** {@code changes}, {@code moved-changes}, {@code encounters}: a workspace's changes. */
    WORKSPACE,
    /** {@code records}, {@code moved-records}, {@code number-access}, {@code contact-access}: what meets on a number. */
    NUMBER,
    /** {@code feed}, {@code user-access}: what a user sees. */
    USER,
    /** Any count will do. */
    FREE
}
