package dev.partyline.api.client;

import org.apache.kafka.common.TopicPartition;

/** Offsets of a partition, {@code [from, to)}, that a group has not committed. */
record Gap(TopicPartition partition, long from, long to) {
    long size() {
        return to - from;
    }
}
