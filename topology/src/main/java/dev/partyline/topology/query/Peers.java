package dev.partyline.topology.query;

/** The way to the other instances. */
@FunctionalInterface
public interface Peers {
    /** Of an instance that stands alone. */
    Peers NONE = address -> {
        throw new NotReadyException("this instance does not know how to reach " + address);
    };

    /** @param address {@code host:port} that the instance was told to be reached at */
    Instance at(String address);
}
