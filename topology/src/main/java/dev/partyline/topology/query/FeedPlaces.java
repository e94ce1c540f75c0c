package dev.partyline.topology.query;

import java.util.function.LongFunction;
import org.apache.kafka.common.TopicPartition;

/** Which place in the topic {@code feed} an answer stands for. */
interface FeedPlaces {
    /**
     * Reads what holds all of the user's rows before an offset, and none from there on.
     *
     * @param user {@code ws|userId}
     * @param reading reads it, given that offset; may be asked several times
     */
    <T> T exactly(TopicPartition partition, String user, LongFunction<T> reading);

    /** Of tables that nothing changes while they are read. */
    FeedPlaces STILL = new FeedPlaces() {
        @Override
        public <T> T exactly(TopicPartition partition, String user, LongFunction<T> reading) {
            return reading.apply(0);
        }
    };
}
