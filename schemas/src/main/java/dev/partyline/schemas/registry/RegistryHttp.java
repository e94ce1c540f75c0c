package dev.partyline.schemas.registry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Sends one request to the first of several registries that answers it. */
final class RegistryHttp {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    /** Timed out, too many requests: the server asks to be asked again, as with 5xx. */
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 429);

    private final RegistryConfig config;
    private final List<RegistryUrl> urls;
    private final HttpClient client;

    RegistryHttp(RegistryConfig config) {
        this.config = config;
        this.urls = config.urls().stream().map(RegistryUrl::of).toList();
        // HTTP/2 would begin with an upgrade request, which some proxies in front of registries refuse.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
        urls.forEach(config::authorization);
    }

    /** What a registry answered: any status but 5xx and those that ask to try again. */
    record Answer(RegistryUrl from, int status, String body) {}

    Answer get(String path) throws IOException {
        return fromAny(path, null);
    }

    Answer getFrom(RegistryUrl url, String path) throws IOException {
        return send(url, path, null);
    }

    Answer post(String path, String body) throws IOException {
        return fromAny(path, body);
    }

    private Answer fromAny(String path, @Nullable String body) throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (RegistryUrl url : urls) {
            try {
                return send(url, path, body);
            } catch (IOException e) {
                failures.add(e);
            }
        }
        IOException last = failures.remove(failures.size() - 1); // RegistryConfig sees to it that there is a URL
        failures.forEach(last::addSuppressed);
        throw last;
    }

    private Answer send(RegistryUrl url, String path, @Nullable String body) throws IOException {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(url.at(path))
                .timeout(config.readTimeout())
                .header("Accept", CONTENT_TYPE + ", application/json")
                .header("Content-Type", CONTENT_TYPE)
                .method(body == null ? "GET" : "POST", publisher);
        config.authorization(url).ifPresent(value -> request.header("Authorization", value));
        HttpResponse<String> response = exchange(request.build());
        int status = response.statusCode();
        if (status >= 500 || TRY_AGAIN.contains(status)) {
            throw new IOException(url + " answered HTTP " + status);
        }
        return new Answer(url, status, response.body());
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
