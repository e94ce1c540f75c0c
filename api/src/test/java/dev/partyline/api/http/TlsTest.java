package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.partyline.api.stream.FakeStreams;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API and its admin pages behind a certificate. */
class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path directory;

    private static Tls tls;
    private static ApiServer server;

    @BeforeAll
    static void start() throws Exception {
        tls = new Tls(keystore(), PASSWORD, "PKCS12");
        Listeners listeners =
                new Listeners(Listener.onLoopback(0), Listener.onLoopback(0), Optional.of(tls), Duration.ofSeconds(1));
        ServiceHealth health = new ServiceHealth(true, "RUNNING", 0, 0, 0, 0);
        server = ApiServer.start(
                PartylineConfiguration.listening(listeners, Optional.empty(), Limits.DEFAULT, TestApi.MINT.config()),
                new ApiServices(
                        new FakeQueries(),
                        new FakeIntake(),
                        new FakeStreams(),
                        () -> health,
                        SilentEngine.INTROSPECTION));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoTrustsTheCertificateIsAnsweredOnBothPorts() throws Exception {
        assertThat(server.uri()).hasScheme("https");
        HttpClient trusting = HttpClient.newBuilder().sslContext(trust()).build();
        assertThat(status(trusting, server.uri().resolve("/health"))).isEqualTo(200);
        assertThat(status(trusting, server.adminUri().resolve("/healthcheck"))).isEqualTo(200);
    }

    @Test
    void whoDoesNotTrustItOrSpeaksPlainlyIsNot() {
        URI plain = URI.create("http://127.0.0.1:" + server.uri().getPort() + "/health");
        HttpClient stranger = HttpClient.newHttpClient();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> status(stranger, server.uri().resolve("/health")));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> status(stranger, plain));
    }

    private static int status(HttpClient client, URI at) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(at).timeout(Duration.ofSeconds(30)).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** A new certificate for this machine, by the tool that comes with Java. */
    private static Path keystore() throws IOException, InterruptedException {
        Path keystore = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keystore.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return keystore;
    }

    private static SSLContext trust() throws Exception {
        KeyStore store = KeyStore.getInstance(tls.type());
        try (InputStream in = Files.newInputStream(tls.keystore())) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore certificates = KeyStore.getInstance(tls.type());
        certificates.load(null, null);
        certificates.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }
}
