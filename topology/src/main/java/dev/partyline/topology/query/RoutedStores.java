package dev.partyline.topology.query;

import dev.partyline.schemas.topic.Topic;
import dev.partyline.topology.query.Owners.Holders;
import java.util.function.Function;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of all instances: a question goes to the one that holds the key; a standby answers if the reader allows. */
final class RoutedStores implements Stores {
    private final StreamsStores own;
    private final Owners owners;
    private final Peers peers;
    private final Lags lags;
    private final ReadScope scope;

    RoutedStores(StreamsStores own, Owners owners, Peers peers, Lags lags, ReadScope scope) {
        this.own = own;
        this.owners = owners;
        this.peers = peers;
        this.lags = lags;
        this.scope = scope;
    }

    @Override
    public <T> T ask(
            String store, Topic<?> like, String key, Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
        int partition = own.partition(like, key);
        Holders holders = owners.of(store, partition);
        try {
            return askAt(holders.active(), new StorePart(store, partition, false), question);
        } catch (NotReadyException e) {
            if (!scope.standbysWillDo()) {
                throw e;
            }
            return askStandbys(holders, new StorePart(store, partition, true), question, e);
        }
    }

    @Override
    public <V, T> T askAll(String store, Function<ReadOnlyKeyValueStore<String, V>, T> question) {
        return own.askAll(store, question);
    }

    private <T> T askStandbys(
            Holders holders,
            StorePart part,
            Function<ReadOnlyKeyValueStore<String, byte[]>, T> question,
            NotReadyException ofActive) {
        for (String standby : holders.standbys()) {
            try {
                return askAt(standby, part, question);
            } catch (NotReadyException e) {
                ofActive.addSuppressed(e);
            }
        }
        throw ofActive;
    }

    private <T> T askAt(String address, StorePart part, Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
        if (address.equals(owners.self())) {
            long lag = part.standby() ? lags.of(part) : 0;
            return answered(part, own.ask(part, question), lag);
        }
        RemoteStore store = new RemoteStore(peers.at(address), part);
        T answer = question.apply(store);
        return answered(part, answer, store.lag());
    }

    private <T> T answered(StorePart part, T answer, long lag) {
        if (part.standby()) {
            scope.answeredByStandby(lag);
        }
        return answer;
    }
}
