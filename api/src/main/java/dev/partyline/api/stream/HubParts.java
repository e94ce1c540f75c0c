package dev.partyline.api.stream;

import dev.partyline.schema.FeedEntry;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What the hub stands on.
 *
 * @param topic the feed
 * @param consumer follows it; the hub closes it
 * @param decode reads a row's value; used by the hub's thread alone
 * @param preparations find what a stream needs before it can join
 * @param writers run what writes to clients
 */
record HubParts(
        FeedTopic topic,
        TailConsumer consumer,
        Function<byte[], FeedEntry> decode,
        Preparations preparations,
        Executor writers) {}
