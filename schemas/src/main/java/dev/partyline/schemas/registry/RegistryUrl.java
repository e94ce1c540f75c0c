package dev.partyline.schemas.registry;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where a registry is. A user and a password that stand in its URL are taken out of it: they go into a header, and into no
 * message.
 *
 * @param base what paths are put behind, without a slash at the end
 * @param userInfo {@code user:password}
 */
record RegistryUrl(URI base, Optional<String> userInfo) {
    /** @throws ConfigException when it is no URL of HTTP; the message names the setting, and no password */
    static RegistryUrl of(String url) {
        String trimmed = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        if (!trimmed.startsWith("http://") && !trimmed.startsWith("https://")) {
            throw unusable(url, "must begin with http://, https:// or mock://");
        }
        try {
            return of(URI.create(trimmed));
        } catch (IllegalArgumentException e) {
            throw unusable(url, "is no URL");
        }
    }

    private static RegistryUrl of(URI uri) {
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("there is no host in it");
        }
        String user = uri.getRawUserInfo();
        URI base = user == null ? uri : URI.create(uri.toString().replaceFirst(Pattern.quote(user + "@"), ""));
        return new RegistryUrl(base, Optional.ofNullable(uri.getUserInfo()));
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    @Override
    public String toString() {
        return base.toString();
    }

    private static ConfigException unusable(String url, String why) {
        return new ConfigException(RegistryConfig.URL, url.replaceFirst("//.*@", "//"), why);
    }
}
