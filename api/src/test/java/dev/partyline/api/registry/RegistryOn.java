package dev.partyline.api.registry;

import java.nio.file.Path;

/** Starts a registry on an address other than loopback. */
public final class RegistryOn {
    private RegistryOn() {}

    /** On any free port of {@code host}. */
    public static EmbeddedRegistry host(String host, Path directory) {
        return EmbeddedRegistry.start(directory, host, 0);
    }
}
