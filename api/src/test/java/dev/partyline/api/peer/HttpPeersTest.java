package dev.partyline.api.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.partyline.schema.RecordKind;
import dev.partyline.schemas.serde.AvroSerdes;
import dev.partyline.schemas.topic.Topics;
import dev.partyline.topology.query.FeedQuery;
import dev.partyline.topology.query.Instance;
import dev.partyline.topology.query.NotReadyException;
import dev.partyline.topology.query.RowRange;
import dev.partyline.topology.query.StorePart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An instance that answers anything but a whole and good answer counts as not ready, whatever it is asked. */
class HttpPeersTest {
    private static final StorePart PART = new StorePart("records", 0, false);

    private final HttpPeers peers = HttpPeers.plain(
            PeerSecret.random(),
            new FeedMessages(
                    new Topics("t.").feed(),
                    new AvroSerdes(AvroSerdes.DEFAULT_SERDE, Map.of("schema.registry.url", "mock://peers"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; ''",
                "200; null",
                "200; []",
                "200; {}",
                "200; <html>",
                "200; {\"rows\":[{\"key\":\"a\"}],\"more\":false,\"lag\":0}",
                "200; {\"rows\":null,\"more\":false,\"lag\":0}",
                "200; {\"rows\":[],\"lag\":0",
                "200; {\"records\":[],\"lines\":[]}",
                "200; {\"records\":[\"AAAA\"],\"lines\":[],\"place\":{\"partition\":0,\"position\":1}}",
                "200; {\"records\":[],\"lines\":[],\"next\":\"?\",\"place\":{\"partition\":0,\"position\":1}}",
                "201; {\"rows\":[],\"more\":false,\"lag\":0}",
                "302; {\"rows\":[],\"more\":false,\"lag\":0}",
                "401; {}",
                "503; {}",
                "500; {}"
            })
    void aBadAnswerIsNone(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            nothingComesFrom(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void halfAnAnswerIsNone() throws IOException {
        byte[] half = "{\"rows\":[],\"more\":false,\"lag\":0}".getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, half.length + 1L);
            exchange.getResponseBody().write(half);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        server.start();
        try {
            nothingComesFrom(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyThereIsNoAnswer() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        nothingComesFrom(port);
    }

    @Test
    void silenceIsNoAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            nothingComesFrom(silent.getLocalPort(), peers.within(Duration.ofMillis(100)));
        }
    }

    private void nothingComesFrom(int port) {
        nothingComesFrom(port, peers);
    }

    private static void nothingComesFrom(int port, HttpPeers peers) {
        Instance instance = peers.at("127.0.0.1:" + port);
        FeedQuery newest = new FeedQuery(1, Optional.empty(), Optional.of("777"), Optional.of(RecordKind.CALL));
        List<Runnable> questions = List.of(
                () -> instance.get(PART, "k"),
                () -> instance.range(PART, new RowRange("a", "b", 1)),
                () -> instance.feed("acme", "ana", newest),
                instance::walks,
                instance::status);
        for (Runnable question : questions) {
            assertThatThrownBy(question::run).isInstanceOf(NotReadyException.class);
        }
        assertThat(questions).isNotEmpty();
    }
}
