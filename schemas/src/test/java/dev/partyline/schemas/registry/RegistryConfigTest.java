package dev.partyline.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class RegistryConfigTest {
    @Test
    void defaultsAreAQuarterOfAMinuteOfRetriesAndNoCredentials() {
        RegistryConfig config = new RegistryConfig(Map.of(RegistryConfig.URL, "http://a,http://b"));
        assertThat(config.urls()).containsExactly("http://a", "http://b");
        assertThat(config.retryTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.authorization(RegistryUrl.of("http://a"))).isEmpty();
    }

    @Test
    void whatIsMissingOrUnusableIsNamed() {
        assertRefused(Map.of(), RegistryConfig.URL);
        assertRefused(Map.of(RegistryConfig.URL, ""), RegistryConfig.URL);
        assertRefused(Map.of(RegistryConfig.URL, "localhost:8081"), RegistryConfig.URL);
        assertRefused(Map.of(RegistryConfig.URL, "http://a b"), RegistryConfig.URL);
        assertRefused(Map.of(RegistryConfig.URL, "mock://a,http://b"), RegistryConfig.URL);
        assertRefused(with(RegistryConfig.BASIC_SOURCE, "SASL_INHERIT"), RegistryConfig.BASIC_SOURCE);
        assertRefused(with(RegistryConfig.BASIC_SOURCE, "USER_INFO"), RegistryConfig.BASIC_USER_INFO);
        assertRefused(with(RegistryConfig.BEARER_SOURCE, "OAUTHBEARER"), RegistryConfig.BEARER_SOURCE);
        assertRefused(with(RegistryConfig.BASIC_SOURCE, "URL"), RegistryConfig.BASIC_USER_INFO);
        assertRefused(with(RegistryConfig.BASIC_USER_INFO, "ann:s3cret"), RegistryConfig.BASIC_SOURCE);
        assertRefused(with(RegistryConfig.BEARER_TOKEN, "t0ken"), RegistryConfig.BEARER_SOURCE);
        assertRefused(
                Map.of(
                        RegistryConfig.URL, "http://ann:s3cret@a",
                        RegistryConfig.BEARER_SOURCE, "STATIC_TOKEN",
                        RegistryConfig.BEARER_TOKEN, "t0ken"),
                RegistryConfig.URL);
        assertRefused(with(RegistryConfig.RETRY_TIMEOUT, "soon"), RegistryConfig.RETRY_TIMEOUT);
        assertRefused(
                Map.of(
                        RegistryConfig.URL, "http://a",
                        RegistryConfig.BASIC_SOURCE, "USER_INFO",
                        RegistryConfig.BEARER_SOURCE, "STATIC_TOKEN"),
                RegistryConfig.BEARER_SOURCE);
    }

    @Test
    void secretsDoNotShow() {
        RegistryConfig config = new RegistryConfig(with(RegistryConfig.BEARER_TOKEN, "t0ken"));
        assertThat(config.values().toString()).doesNotContain("t0ken");
    }

    @Test
    void aPasswordInAUrlDoesNotShowEither() {
        for (String wrong : List.of("http://ann:s3cret@a b", "ftp://ann:s3cret@a", "http://ann:s3/cret@a b")) {
            assertThatThrownBy(() -> RegistryClients.of(Map.of(RegistryConfig.URL, wrong)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(RegistryConfig.URL)
                    .hasMessageNotContaining("cret");
        }
        assertThat(RegistryUrl.of("http://ann:s3cret@a:1/").toString()).isEqualTo("http://a:1");
    }

    @Test
    void aClientInTheSettingsIsTakenAsItIs() {
        RegistryClient client = new InMemoryRegistryClient();
        assertThat(RegistryClients.of(Map.of(RegistryClients.INSTANCE, client))).isSameAs(client);
    }

    private static void assertRefused(Map<String, ?> settings, String key) {
        assertThatThrownBy(() -> RegistryClients.of(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(RegistryConfig.URL, "http://a");
        settings.put(key, value);
        return settings;
    }
}
