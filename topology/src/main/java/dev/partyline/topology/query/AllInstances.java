package dev.partyline.topology.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Asks every instance, and says which did not answer. */
final class AllInstances implements Fleet {
    private final Instance own;
    private final Supplier<List<String>> others;
    private final Peers peers;

    /** @param others the addresses of the other instances at the moment */
    AllInstances(Instance own, Supplier<List<String>> others, Peers peers) {
        this.own = own;
        this.others = others;
        this.peers = peers;
    }

    @Override
    public Walks walks() {
        Walks all = own.walks();
        for (String address : others.get()) {
            all = all.and(walksAt(address));
        }
        return all;
    }

    @Override
    public List<InstanceStatus> instances() {
        List<InstanceStatus> all = new ArrayList<>();
        all.add(own.status());
        others.get().forEach(address -> all.add(statusAt(address)));
        return all;
    }

    private Walks walksAt(String address) {
        try {
            return peers.at(address).walks();
        } catch (NotReadyException e) {
            return Walks.missing(address);
        }
    }

    private InstanceStatus statusAt(String address) {
        try {
            return peers.at(address).status();
        } catch (NotReadyException e) {
            return InstanceStatus.unreachable(address);
        }
    }
}
