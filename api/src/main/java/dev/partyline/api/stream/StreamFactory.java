package dev.partyline.api.stream;

/** Makes the stream that an opening is answered with, before its first event. */
@FunctionalInterface
interface StreamFactory {
    /** @param lines the user's */
    FeedStream create(Opening opening, UserLines lines);
}
