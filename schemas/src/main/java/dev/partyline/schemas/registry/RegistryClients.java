package dev.partyline.schemas.registry;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Makes the client that a configuration asks for. */
public final class RegistryClients {
    /** A configuration entry that holds a {@link RegistryClient} itself: serdes made from it share that client. */
    public static final String INSTANCE = "partyline.registry.client";

    private static final String MOCK = "mock://";

    private RegistryClients() {}

    /**
     * The client for {@code settings} (see {@link RegistryConfig}): with a cache, and not yet connected.
     *
     * @throws ConfigException when a setting is missing or unusable; the message names it
     */
    public static RegistryClient of(Map<String, ?> settings) {
        if (settings.get(INSTANCE) instanceof RegistryClient shared) {
            return shared;
        }
        RegistryConfig config = new RegistryConfig(settings);
        List<String> urls = config.urls();
        if (urls.stream().noneMatch(url -> url.startsWith(MOCK))) {
            return new CachedRegistryClient(new HttpRegistryClient(config));
        }
        if (urls.size() > 1) {
            throw new ConfigException(RegistryConfig.URL, urls, "a mock:// URL stands alone");
        }
        return new CachedRegistryClient(
                InMemoryRegistryClient.ofScope(urls.get(0).substring(MOCK.length())));
    }
}
