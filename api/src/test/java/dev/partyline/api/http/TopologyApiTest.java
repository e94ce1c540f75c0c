package dev.partyline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TopologyApiTest {
    private static final TestApi API = new TestApi();

    private final JsonClient client = JsonClient.of(TestApi.MINT, "acme");

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void theTopologyIsTextUnlessAPictureIsWanted() {
        assertThat(asked("*/*").body()).startsWith("Topologies:");
        assertThat(asked("text/plain").headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(asked("image/svg+xml").body()).startsWith("<svg");
        assertThat(asked("image/svg+xml").headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    }

    private HttpResponse<String> asked(String accept) {
        return client.text(API.at("/v1/ops/topology"), accept);
    }
}
