package dev.partyline.api.peer;

import dev.partyline.api.peer.PeerSecret.Question;
import dev.partyline.topology.query.NotReadyException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one instance. Whatever is not a whole and good answer in time counts as none. */
final class PeerCalls {
    private static final Logger LOG = LoggerFactory.getLogger(PeerCalls.class);
    private static final byte[] NO_BODY = {};

    private final HttpClient client;
    private final PeerSecret secret;
    private final URI instance;
    private final Duration patience;

    /**
     * @param instance without a path
     * @param patience how long an answer may take
     */
    PeerCalls(HttpClient client, PeerSecret secret, URI instance, Duration patience) {
        this.client = client;
        this.secret = secret;
        this.instance = instance;
        this.patience = patience;
    }

    <T> T get(String path, Class<T> answer) {
        return read(send("GET", path, NO_BODY), answer, each -> each);
    }

    /** @param meaning what the answer says; may throw anything when it says nothing */
    <M, T> T post(String path, Object question, Class<M> answer, Function<M, T> meaning) {
        return read(send("POST", path, PeerJson.write(question)), answer, meaning);
    }

    private byte[] send(String method, String path, byte[] body) {
        String whole = PeerPaths.ROOT + path;
        Instant now = Instant.now();
        HttpRequest request = HttpRequest.newBuilder(instance.resolve(whole))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header(PeerPaths.TIME, String.valueOf(now.toEpochMilli()))
                .header(PeerPaths.SIGNATURE, secret.sign(new Question(method, whole, body, now)))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
        try {
            return good(send(request));
        } catch (IOException e) {
            throw new NotReadyException("the instance that holds this does not answer; ask again in a moment", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("this instance is stopping", e);
        }
    }

    /** Once more on a connection that the other side had just closed: no question changes anything. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (HttpTimeoutException | ConnectException e) {
            throw e;
        } catch (IOException e) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private byte[] good(HttpResponse<byte[]> response) {
        if (response.statusCode() == 401) {
            LOG.warn("{} does not accept this instance's signature: are secret and clock the same?", instance);
        }
        if (response.statusCode() != 200) {
            throw new NotReadyException("the instance that holds this is not ready; ask again in a moment");
        }
        return response.body();
    }

    private static <M, T> T read(byte[] body, Class<M> answer, Function<M, T> meaning) {
        try {
            return meaning.apply(PeerJson.read(body, answer));
        } catch (IOException | RuntimeException e) {
            throw new NotReadyException("the instance that holds this answers nothing that this one understands", e);
        }
    }
}
