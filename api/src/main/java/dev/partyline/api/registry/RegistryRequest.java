package dev.partyline.api.registry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request.
 *
 * @param path the path's segments, decoded
 * @param query the query as it came, or empty
 */
record RegistryRequest(String method, List<String> path, String query, String body) {

    static RegistryRequest of(String method, URI uri, String body) {
        List<String> path = Stream.of(uri.getRawPath().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        return new RegistryRequest(method, path, uri.getRawQuery() == null ? "" : uri.getRawQuery(), body);
    }

    int length() {
        return path.size();
    }

    /** The segment at {@code i}, or empty when the path is shorter. */
    String at(int i) {
        return i < path.size() ? path.get(i) : "";
    }

    boolean isGet() {
        return method.equals("GET");
    }

    boolean isPost() {
        return method.equals("POST");
    }

    boolean isPut() {
        return method.equals("PUT");
    }

    /** What to answer when nothing is known of this path, or not of this method on it. */
    Refusal unknown() {
        return Refusal.noPath(method + " /" + String.join("/", path));
    }
}
