package dev.partyline.topology.query;

import java.util.function.LongFunction;
import org.apache.kafka.common.TopicPartition;

/** Which place in the topic {@code feed} a page stands for. */
interface FeedPlaces {
    /**
     * Reads a page that holds all of the user's rows before an offset, and none from there on.
     *
     * @param user {@code ws|userId}
     * @param reading reads the page, given that offset; may be asked several times
     */
    FeedPage exactly(TopicPartition partition, String user, LongFunction<FeedPage> reading);
}
