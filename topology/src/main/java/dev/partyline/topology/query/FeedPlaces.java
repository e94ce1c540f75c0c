package dev.partyline.topology.query;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Which place in the topic {@code feed} an answer stands for. */
interface FeedPlaces {
    /**
     * Reads what holds all of the user's rows before an offset, and none from there on.
     *
     * @param user {@code ws|userId}
     * @param table holds the partition
     * @param reading may be asked several times
     * @throws NotReadyException while there is no such offset from which nothing is missing that was committed before this call
     */
    <T> T exactly(
            TopicPartition partition, String user, ReadOnlyKeyValueStore<String, byte[]> table, Reading<T> reading);

    /** What is made of a user's rows. */
    @FunctionalInterface
    interface Reading<T> {
        /**
         * Reads.
         *
         * @param rows all of the user's before {@code position}
         */
        T of(ReadOnlyKeyValueStore<String, byte[]> rows, long position);
    }

    /** Of tables that nothing changes while they are read. */
    FeedPlaces STILL = new FeedPlaces() {
        @Override
        public <T> T exactly(
                TopicPartition partition,
                String user,
                ReadOnlyKeyValueStore<String, byte[]> table,
                Reading<T> reading) {
            return reading.of(table, 0);
        }
    };
}
