package dev.partyline.api.peer;

import dev.partyline.topology.query.Instance;
import dev.partyline.topology.query.Peers;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** Reaches the other instances over HTTP, on connections that stay open. */
public final class HttpPeers implements Peers {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    /** Longer than the other side waits for its own view and broker. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(6);

    private final HttpClient client;
    private final String scheme;
    private final PeerSecret secret;
    private final FeedMessages feeds;
    private final Duration patience;

    /**
     * @param client with deadlines for connecting, and what it must trust if {@code scheme} is https
     * @param scheme http or https, as the instances serve their API
     */
    public HttpPeers(HttpClient client, String scheme, PeerSecret secret, FeedMessages feeds) {
        this(client, scheme, secret, feeds, ANSWERED_WITHIN);
    }

    private HttpPeers(HttpClient client, String scheme, PeerSecret secret, FeedMessages feeds, Duration patience) {
        this.client = client;
        this.scheme = scheme;
        this.secret = secret;
        this.feeds = feeds;
        this.patience = patience;
    }

    /** Over plain HTTP. */
    public static HttpPeers plain(PeerSecret secret, FeedMessages feeds) {
        return new HttpPeers(client(), "http", secret, feeds);
    }

    /** Over TLS, to instances whose certificates this Java trusts. */
    public static HttpPeers encrypted(PeerSecret secret, FeedMessages feeds) {
        return new HttpPeers(client(), "https", secret, feeds);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_WITHIN)
                .build();
    }

    /** The same with another deadline for answers. */
    HttpPeers within(Duration newPatience) {
        return new HttpPeers(client, scheme, secret, feeds, newPatience);
    }

    @Override
    public Instance at(String address) {
        return new HttpInstance(new PeerCalls(client, secret, URI.create(scheme + "://" + address), patience), feeds);
    }
}
