package dev.partyline.topology.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** Which instance holds what, as Kafka Streams' group was told at its last rebalance. */
final class Owners {
    private final KafkaStreams streams;
    private final String self;

    /** @param self this instance's address */
    Owners(KafkaStreams streams, String self) {
        this.streams = streams;
        this.self = self;
    }

    /**
     * Who holds a part of a store.
     *
     * @param active the address of the instance where it is at work
     * @param standbys addresses of those that keep a copy
     */
    record Holders(String active, List<String> standbys) {}

    String self() {
        return self;
    }

    /** @throws NotReadyException when nobody is known to hold it */
    Holders of(String store, int partition) {
        try {
            KeyQueryMetadata found = streams.queryMetadataForKey(
                    store, "", (topic, key, value, partitions) -> Optional.of(Set.of(partition)));
            if (found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                throw new NotReadyException(store + " is being assigned; ask again in a moment");
            }
            return new Holders(
                    address(found.activeHost()),
                    found.standbyHosts().stream().map(Owners::address).toList());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new NotReadyException("this instance does not run: it is " + streams.state(), e);
        }
    }

    /** The addresses of the other instances. */
    List<String> others() {
        try {
            return streams.metadataForAllStreamsClients().stream()
                    .map(StreamsMetadata::hostInfo)
                    .map(Owners::address)
                    .filter(address -> !address.equals(self))
                    .sorted()
                    .toList();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new NotReadyException("this instance does not run: it is " + streams.state(), e);
        }
    }

    private static String address(HostInfo host) {
        return host.host() + ':' + host.port();
    }
}
